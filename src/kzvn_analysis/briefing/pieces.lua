-- A Pandoc reader for several texts at once, each read by itself in its own format.
--
-- The input is JSON: [{"format": "markdown-raw_html", "text": "..."}, ...].  The result holds one Div per
-- text, in order, and the metadata of the first.  Read apart, no text can reach into the next one, however
-- its brackets, fences or divisions are left open; read in one call, Pandoc starts once.

function Reader(input)
  local meta = pandoc.Meta({})
  local blocks = pandoc.Blocks({})
  for number, piece in ipairs(pandoc.json.decode(tostring(input), false)) do
    local read = pandoc.read(piece.text, piece.format)
    if number == 1 then
      meta = read.meta
    end
    blocks:insert(pandoc.Div(read.blocks))
  end
  return pandoc.Pandoc(blocks, meta)
end
