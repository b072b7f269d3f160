-- Tables that fit.  In HTML every cell knows its column's heading, which the stylesheet sets before it where the
-- table turns into a list on a phone; the roles are said outright, because such styling can hide them; a table too
-- wide for its place scrolls by itself, not the page.  A cell that holds only a dash is known as empty.  The columns'
-- widths are worked out here, for both formats, from what the cells hold.

local function rows_of(tbl)
  local rows = pandoc.List({})
  rows:extend(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do
    rows:extend(body.body)
  end
  return rows
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

local LINE = 111 -- letters on a line of the page, at the size of tables
local GAP = 2 -- letters of room between columns
local LONGEST_WORD = 18 -- a longer one may be parted
local TOGETHER = 3 -- rows at the end of a table that stay on one page
local LONGEST_FIGURE = 24 -- a shorter one stands in one line

local function length(text)
  return utf8.len(text) or #text
end

-- Each column gets room for its longest word; the rest goes, letter by letter, to where it shortens most.
local function fitted(tbl)
  local least, cells = {}, {}
  for column = 1, #tbl.colspecs do
    least[column], cells[column] = 3, {}
  end
  for number, row in ipairs(rows_of(tbl)) do
    for column, cell in ipairs(row.cells) do
      local text = pandoc.utils.stringify(cell.contents)
      local wide = number <= #tbl.head.rows and 1.15 or 1
      for word in text:gmatch("%S+") do
        least[column] = math.max(least[column], wide * math.min(length(word), LONGEST_WORD) + 1)
      end
      if tbl.colspecs[column][1] == "AlignRight" then
        least[column] = math.max(least[column], wide * math.min(length(text), LONGEST_FIGURE))
      end
      table.insert(cells[column], wide * length(text))
    end
  end
  local widths, left = {}, LINE
  for column, width in ipairs(least) do
    widths[column] = width
    left = left - width - GAP
  end
  local function height(column, width)
    local sum = 0
    for _, size in ipairs(cells[column]) do
      sum = sum + (math.max(size / width, 0.8)) ^ 3
    end
    return sum
  end
  while left >= 1 do
    local best, gain = nil, 0
    for column, width in ipairs(widths) do
      local saved = height(column, width) - height(column, width + 1)
      if saved > gain then
        best, gain = column, saved
      end
    end
    if not best then
      break
    end
    widths[best] = widths[best] + 1
    left = left - 1
  end
  local total = math.max(left, 0)
  for _, width in ipairs(widths) do
    total = total + width + GAP
  end
  for column, spec in ipairs(tbl.colspecs) do
    tbl.colspecs[column] = { spec[1], (widths[column] + GAP) / total }
  end
  return tbl
end

-- HTML

local function frame(tbl)
  local names = headings(tbl)
  fitted(tbl)
  tbl.attributes.role = "table"
  tbl.head.attributes.role = "rowgroup"
  for _, row in ipairs(tbl.head.rows) do
    row.attributes.role = "row"
    for _, cell in ipairs(row.cells) do
      cell.attributes.role = "columnheader"
    end
  end
  for _, body in ipairs(tbl.bodies) do
    local about = body.attr -- Pandoc before 3.7 gives a body no `attributes` of its own
    about.attributes.role = "rowgroup"
    body.attr = about
    for _, row in ipairs(body.body) do
      row.attributes.role = "row"
      for column, cell in ipairs(row.cells) do
        cell.attributes.role = "cell"
        local text = pandoc.utils.stringify(cell.contents)
        if text == "–" or text == "" then
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

-- PDF

-- A word longer than its column may be parted where it is joined, and at the latest when it is full.
local function parted(word)
  if length(word.text) <= LONGEST_WORD then
    return nil
  end
  local out, run = {}, 0
  for _, code in utf8.codes(word.text) do
    table.insert(out, utf8.char(code))
    run = run + 1
    if run >= LONGEST_WORD or code == 0x2F or code == 0x5F then
      table.insert(out, "\u{200B}")
      run = 0
    end
  end
  return pandoc.Str(table.concat(out))
end

-- The last rows become the table's foot, which Typst doesn't part: none goes alone to the next page.
local function ending_together(tbl)
  local body = tbl.bodies[#tbl.bodies]
  if #tbl.foot.rows == 0 and body and #body.body > 2 * TOGETHER then
    local foot = pandoc.List({})
    for _ = 1, TOGETHER do
      foot:insert(1, body.body:remove())
    end
    tbl.foot.rows = foot
  end
  return tbl
end

-- Pandoc would set every table as a figure of its own.
local function bare(tbl)
  tbl.classes:insert("typst:no-figure")
  return ending_together(fitted(tbl)):walk({ Str = parted })
end

if FORMAT:match("html") then
  return { { traverse = "topdown", Table = frame } }
elseif FORMAT:match("typst") then
  return { { Table = bare } }
end
return {}
