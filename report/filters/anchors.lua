-- Places to link to.  An empty span with an identifier, `[]{#name}`, is a place in HTML; in Typst a label needs
-- something that bears it.

if not FORMAT:match("typst") then
  return {}
end

local function place(span)
  if span.identifier == "" or #span.content > 0 then
    return nil
  end
  return pandoc.RawInline("typst", '#[#metadata(none)#label("' .. span.identifier .. '")]')
end

return { { Span = place } }
