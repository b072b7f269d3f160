-- Source marks.  A note (`claim^[source …]`) becomes, in HTML, a button that opens the source in place, with
-- the keyboard too and without any script, and an entry in a list of notes for print and for browsers that
-- know no popovers.  In PDF a note stays a footnote.  The word joiner keeps the mark on the line of its claim.

if not FORMAT:match("html") then
  return {}
end

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

return { { traverse = "topdown", Note = function(note) return mark(note), false end }, { Pandoc = list } }
