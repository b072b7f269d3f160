// Follows the session: says how it stands, and puts each new briefing in the place of the old one, at the same spot.
"use strict";

const at = (id) => document.getElementById(id);
const root = document.documentElement;
const KEPT = "kzvn-place";
let shown = null;
let coming = null;

// The briefing must run nothing; links that lead out of it open beside this page.
const RIGHTS = "allow-same-origin allow-popups allow-popups-to-escape-sandbox";

const news = new EventSource("/events");
news.addEventListener("message", (event) => {
  const state = JSON.parse(event.data);
  root.dataset.phase = state.phase;
  document.title = { failed: "✕ Preview", rendering: "… Preview" }[state.phase] || "Preview";
  at("doing").textContent = state.doing;
  const progress = at("progress");
  if (state.of && state.done !== null) {
    progress.max = state.of;
    progress.value = state.done;
  } else {
    progress.removeAttribute("value");
  }
  // Set as text, never as markup: an error holds words of clippings and names of files.
  at("error").textContent = state.error;
  at("problem").hidden = !state.error;
  at("stays").hidden = !state.version;
  at("first").hidden = Boolean(state.version || state.error);
  at("release").hidden = !state.version;
  at("version").textContent = state.version || "";
  if (state.version && state.version !== (coming || shown)) load(state.version);
});
news.addEventListener("error", () => { root.dataset.phase = "gone"; });

function load(version) {
  for (const frame of document.querySelectorAll("iframe.coming")) frame.remove();
  coming = version;
  const before = document.querySelector("iframe");
  const place = before ? placeIn(before) : kept();
  const frame = document.createElement("iframe");
  frame.title = "The briefing";
  frame.className = "coming";
  frame.sandbox = RIGHTS;
  frame.src = "/briefing/briefing.html" + place.hash;
  frame.addEventListener("load", () => {
    for (const link of frame.contentDocument.querySelectorAll("a[href^='http']")) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
    const now = before && before.isConnected ? placeIn(before) : place;
    goTo(frame, now);
    const focused = before && document.activeElement === before;
    frame.className = "";
    if (before) before.remove();
    if (focused) frame.focus();
    [shown, coming] = [version, null];
  }, { once: true });
  at("briefing").append(frame);
}

// Where the reader is: the nearest named thing above the window's edge and how far it is from there.
function placeIn(frame) {
  const { contentDocument: page, contentWindow: view } = frame;
  const place = { hash: view.location.hash, top: view.scrollY, id: null, from: 0 };
  for (const thing of page.querySelectorAll("main [id], section[id], figure[id]")) {
    // Notes are numbered: their names move on when one is added.
    if (/^(fn|note|source)/.test(thing.id) || thing.hasAttribute("popover")) continue;
    const { top, width } = thing.getBoundingClientRect();
    if (top > 120) break;
    if (width || top) [place.id, place.from] = [thing.id, top];
  }
  return place;
}

function goTo(frame, place) {
  const { contentDocument: page, contentWindow: view } = frame;
  if (!place.top && place.hash) return; // the browser has gone to the anchor itself
  const thing = place.top && place.id ? page.getElementById(place.id) : null;
  const top = thing ? view.scrollY + thing.getBoundingClientRect().top - place.from : place.top;
  view.scrollTo({ top, behavior: "instant" });
}

// The same place after the whole page was loaded again.
function kept() {
  const place = JSON.parse(sessionStorage.getItem(KEPT) || "null");
  return place || { hash: location.hash, top: 0, id: null, from: 0 };
}
addEventListener("pagehide", () => {
  const frame = document.querySelector("iframe:not(.coming)");
  if (frame) sessionStorage.setItem(KEPT, JSON.stringify(placeIn(frame)));
});
