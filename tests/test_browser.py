"""The briefing of the five clippings in a real browser: Chromium, where the machine has it."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")
# The rules of WCAG up to 2.2, levels A and AA.
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAINTED = """() => {
    const channel = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number);
        return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b); };
    const style = getComputedStyle(document.body);
    const [a, b] = [light(style.color), light(style.backgroundColor)];
    return { paper: b, contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
}"""


@pytest.fixture
def opened(chromium, five):
    """Open the briefing; what it asks the network for, and what it complains of, is kept."""
    contexts = []

    def at(width=1440, scheme="light", height=900, **more):
        context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **more)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        address = five.html.as_uri()

        def request(route):
            if route.request.url.split("#")[0] == address:
                route.continue_()
            else:
                page.asked.append(route.request.url)
                route.abort()

        context.route("**/*", request)
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(address)
        return page

    yield at
    for context in contexts:
        context.close()


def test_nothing_is_loaded_and_nothing_is_complained_of(opened):
    page = opened()
    for mark in page.locator(".note-mark").all()[:3]:
        mark.click()
    page.mouse.wheel(0, 100_000)
    page.wait_for_timeout(200)
    # A picture inside the page is an address of its own, but nothing that leaves it.
    assert [address for address in page.asked if not address.startswith("data:")] == []
    assert page.said == []


def test_no_script_runs_even_if_one_gets_in(opened, five, chromium, tmp_path):
    html = five.html.read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)[1]
    assert "default-src 'none'" in policy and "script-src" not in policy
    assert "unsafe-eval" not in policy and "http" not in policy
    spoilt = tmp_path / "spoilt.html"
    bad = '<script>document.title = "x"</script><img src="http://localhost:9/a" onerror="document.title=\'y\'">'
    spoilt.write_text(html.replace("</main>", bad + "</main>"), encoding="utf-8")
    page = chromium.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(spoilt.as_uri())
    assert page.title() == "Kazakhstan and Viet Nam"
    assert any("Content Security Policy" in text for text in said)
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_never_scrolls_sideways(opened, width):
    page = opened(width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".note-mark").first.click()
    box = page.locator(".note-body:popover-open").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_what_one_looks_for_first_is_on_the_first_screen(opened, width):
    page = opened(width, height=740 if width == 360 else 900)
    height = page.viewport_size["height"]
    for words in ("Version", "Key findings", "$879 million", "5–7 May 2025"):
        assert page.get_by_text(words).first.bounding_box()["y"] < height, words


def test_a_source_opens_by_mouse_where_the_claim_is_and_closes_by_a_click_elsewhere(opened):
    page = opened()
    mark = page.locator(".note-mark").first
    mark.scroll_into_view_if_needed()
    mark.click()
    source = page.locator(".note-body:popover-open")
    assert source.count() == 1 and "$879 million" in source.inner_text()
    assert source.get_by_role("link", name="original").get_attribute("href").startswith("http")
    shown, at = source.bounding_box(), mark.bounding_box()
    assert abs(shown["y"] - at["y"]) < 400
    page.mouse.click(5, 5)
    assert page.locator(".note-body:popover-open").count() == 0


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_source_opens_and_closes_by_keyboard(opened, key):
    page = opened()
    mark = page.locator(".note-mark").nth(2)
    mark.focus()
    page.keyboard.press(key)
    assert page.locator(".note-body:popover-open").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.note-body') !== null")
    page.keyboard.press("Escape")
    assert page.locator(".note-body:popover-open").count() == 0
    assert page.evaluate("document.activeElement.className") == "note-mark"


def test_the_evidence_is_one_click_from_the_source(opened):
    page = opened()
    page.locator(".note-mark").first.click()
    page.locator(".note-body:popover-open").get_by_role("link", name="evidence").first.click()
    target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.locator(f"#evidence [id='{target}']").count() == 1
    page.wait_for_function(
        "id => {const y = document.getElementById(id).getBoundingClientRect().top; return y >= 0 && y < innerHeight}",
        arg=target,
    )


def test_every_link_within_the_page_lands_somewhere(opened):
    page = opened()
    lost = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => decodeURIComponent(a.hash.slice(1)))"
        ".filter(id => !document.getElementById(id))"
    )
    twice = page.evaluate(
        "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"
    )
    assert (lost, twice) == ([], [])


@pytest.mark.parametrize("width", WIDTHS)
def test_the_contents_stay_in_sight_and_lead_to_each_part(opened, width):
    page = opened(width, reduced_motion="reduce")
    names = page.locator("#TOC > ul > li > a").all_inner_texts()
    assert names[0] == "Key findings" and names[-1] == "Evidence"
    for name in ("Visits", "Evidence"):
        page.locator("#TOC").get_by_role("link", name=name, exact=True).click()
        heading = page.get_by_role("heading", name=name, exact=True)
        bar, head = page.locator("#TOC").bounding_box(), heading.bounding_box()
        assert 0 <= bar["y"] < 5 and 0 <= head["y"] < 200
        # Where the contents are a bar, the heading stands below it.
        assert width == 1440 or head["y"] >= bar["y"] + bar["height"]


def test_every_picture_is_described_drawn_and_legible(opened):
    page = opened(360)
    pictures = page.locator("figure img")
    assert pictures.count() == 7
    for picture in pictures.all():
        assert len(picture.get_attribute("alt")) > 40
        natural = picture.evaluate("img => img.naturalWidth")
        # At its own size, 460 pixels, letters have 9.5 points: 12.7 pixels.
        assert picture.evaluate("img => img.complete") and 450 < natural < 470
        inside = picture.evaluate("img => img.clientWidth - 2 * parseFloat(getComputedStyle(img).paddingLeft)")
        assert 12.7 * inside / natural >= 9


@pytest.mark.parametrize("scheme", SCHEMES)
def test_light_and_dark_have_contrast(opened, scheme):
    painted = opened(scheme=scheme).evaluate(PAINTED)
    assert painted["contrast"] > 10
    assert (painted["paper"] > 0.9) == (scheme == "light")


def test_on_paper_there_are_no_controls_and_the_notes_are_printed(opened):
    page = opened(scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(PAINTED)["paper"] > 0.9
    assert not page.locator("#TOC").is_visible() and page.locator("#notes li").first.is_visible()
    assert page.locator("#notes li").count() == page.locator(".note-mark").count()
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_against_wcag_22_aa(opened, width, scheme):
    page = opened(width, scheme, bypass_csp=True)
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    page.locator(".note-mark").nth(1).click()
    options = {"runOnly": {"type": "tag", "values": STANDARD}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)
    assert len(found["passes"]) > 15
    told = [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found["violations"]]
    assert told == []


def test_the_file_stays_small(five):
    assert five.html.stat().st_size < 1_500_000
