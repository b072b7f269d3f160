-- Source marks.  A note (`claim^[source …]`) becomes, in HTML, a button that opens the source in place, with
-- the keyboard too and without any script, and an entry in a list of notes for print and for browsers that
-- know no popovers.  The word joiner keeps the mark on the line of its claim.
--
-- In PDF a note stays a footnote, since the evidence at the end holds every quote in full: it names the page
-- there, and leaves out a quote that an earlier note has given.

local is_html = FORMAT:match("html") ~= nil
local is_typst = FORMAT:match("typst") ~= nil

-- The mark stands after the comma or full stop, as is usual.
local function after_punctuation(inlines)
  for i = #inlines - 1, 1, -1 do
    local note, text = inlines[i], inlines[i + 1]
    if note.t == "Note" and text.t == "Str" then
      local sign, rest = text.text:match("^([.,;:])(.*)$")
      if sign then
        inlines[i] = pandoc.Str(sign)
        inlines[i + 1] = note
        if rest ~= "" then
          inlines:insert(i + 2, pandoc.Str(rest))
        end
      end
    end
  end
  return inlines
end

-- HTML

local notes = pandoc.List({})

local function html(text)
  return pandoc.RawInline("html", text)
end

local function mark(note)
  local number = #notes + 1
  notes:insert(note.content)
  local words = pandoc.utils.blocks_to_inlines(note.content)
  words:insert(1, html('<span class="note-body" id="note-' .. number .. '" popover>'))
  words:insert(1, html('<span class="note">&#8288;<button type="button" class="note-mark" popovertarget="note-' .. number
    .. '" aria-label="Source ' .. number .. '">' .. number .. '</button><a class="note-link" href="#fn-' .. number
    .. '" aria-label="Source ' .. number .. '">' .. number .. "</a>"))
  words:insert(html("</span></span>"))
  return words
end

local function list(document)
  if #notes == 0 then
    return nil
  end
  local open = '<section id="notes" class="notes" role="doc-endnotes" aria-label="Notes"><ol>'
  document.blocks:insert(pandoc.RawBlock("html", open))
  for number, content in ipairs(notes) do
    document.blocks:insert(pandoc.RawBlock("html", '<li id="fn-' .. number .. '">'))
    document.blocks:extend(content)
    document.blocks:insert(pandoc.RawBlock("html", "</li>"))
  end
  document.blocks:insert(pandoc.RawBlock("html", "</ol></section>"))
  return document
end

-- PDF

local given = {}

-- Where a link to the evidence stands in `inlines` from `start` on, and what it links to.
local function evidence(inlines, start)
  for i = start, #inlines do
    if inlines[i].t == "Link" and inlines[i].target:match("^#") then
      return i, inlines[i].target:sub(2)
    end
  end
end

-- Where the bracket with the links behind a quote opens.
local function bracket(inlines, start)
  for i = start, #inlines - 1 do
    if inlines[i].t == "Str" and inlines[i].text == "(" and inlines[i + 1].t == "Link" then
      return i
    end
  end
end

local function paged(link, name)
  link.content:insert(pandoc.RawInline("typst", ', p. #page-of(label("' .. name .. '"))'))
  return link
end

local function footnote(note)
  local inlines = pandoc.utils.blocks_to_inlines(note.content)
  local out, i = pandoc.Inlines({}), 1
  while i <= #inlines do
    local item = inlines[i]
    local close = item.t == "Str" and item.text:match("^“") and bracket(inlines, i)
    if close then
      local _, name = evidence(inlines, close)
      local quote = pandoc.utils.stringify(pandoc.Inlines({ table.unpack(inlines, i, close - 1) }))
      if given[quote] or name and given[name] then
        -- The colon before the quote goes with it; the links follow.
        local before = out[#out - 1]
        if before and before.t == "Str" then
          before.text = before.text:gsub(":$", "")
        end
      else
        out:extend({ table.unpack(inlines, i, close - 1) })
      end
      given[quote] = true
      if name then
        given[name] = true
      end
      i = close
    else
      if item.t == "Link" and item.target:match("^#") then
        given[item.target:sub(2)] = true
        if pandoc.utils.stringify(item) == "evidence" then
          item = paged(item, item.target:sub(2))
        end
      end
      out:insert(item)
      i = i + 1
    end
  end
  return pandoc.Note({ pandoc.Para(out) })
end

if is_html then
  return {
    { Inlines = after_punctuation },
    { traverse = "topdown", Note = function(note) return mark(note), false end },
    { Pandoc = list },
  }
elseif is_typst then
  return { { Inlines = after_punctuation }, { traverse = "topdown", Note = function(note) return footnote(note), false end } }
end
return {}
