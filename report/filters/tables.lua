-- Tables that fit a phone: in HTML every cell knows its column's heading, which the stylesheet sets before it
-- where the table turns into a list, and the roles are said outright, because such styling can hide them; and a
-- table too wide for its place scrolls by itself, not the page.  A cell that holds only a dash is known as empty.

if not FORMAT:match("html") then
  return {}
end

local function headings(tbl)
  local names = pandoc.List({})
  for _, row in ipairs(tbl.head.rows) do
    for _, cell in ipairs(row.cells) do
      names:insert(pandoc.utils.stringify(cell.contents))
    end
  end
  return names
end

local function frame(tbl)
  local names = headings(tbl)
  tbl.attributes.role = "table"
  tbl.head.attributes.role = "rowgroup"
  for _, row in ipairs(tbl.head.rows) do
    row.attributes.role = "row"
    for _, cell in ipairs(row.cells) do
      cell.attributes.role = "columnheader"
    end
  end
  for _, body in ipairs(tbl.bodies) do
    body.attributes.role = "rowgroup"
    for _, row in ipairs(body.body) do
      row.attributes.role = "row"
      for column, cell in ipairs(row.cells) do
        cell.attributes.role = "cell"
        if pandoc.utils.stringify(cell.contents) == "–" then
          cell.classes:insert("none")
        end
        if names[column] and names[column] ~= "" then
          cell.attributes["data-label"] = names[column]
        end
      end
    end
  end
  local about = names:filter(function(name) return name ~= "" end)
  return pandoc.Div({ tbl }, pandoc.Attr("", { "table-frame" }, {
    { "role", "group" }, { "tabindex", "0" }, { "aria-label", "Table: " .. table.concat(about, ", ") } })), false
end

return { { traverse = "topdown", Table = frame } }
