-- Only under Quarto, right after Quarto's own filters: what it makes of an embedded cell is brought into the shape
-- that the embedded engine gives it, so that one stylesheet, one template and the filters that follow serve both.
--
-- Quarto wraps an embed in divisions that name the notebook's place on this machine and give names of their own
-- (a cell `sources` would take the name of the heading "Sources").  These go.  A figure or table keeps its name, its
-- number and its caption.  What Quarto only warns of stops the rendering here: a reference or a link that leads
-- nowhere, a name given twice, a picture without a description.

local is_html = FORMAT:match("html") ~= nil
local is_typst = FORMAT:match("typst") ~= nil

if not is_html and not is_typst then
  return {}
end

-- Quarto's own `error` only prints.
local function stop(message)
  io.stderr:write("ERROR: " .. message .. "\n")
  assert(false, message)
end

-- What kzvn has put ready; Quarto sets the document in its folder.
local READY = "../_build/ready/"

local function ready(name)
  local file = io.open(READY .. name)
  if not file then
    stop("There is no _build/ready/" .. name .. ". Run `quarto render` for the whole project, or `kzvn prepare`, first.")
  end
  local value = pandoc.json.decode(file:read("a"), false)
  file:close()
  return value
end

local WRAPPERS = pandoc.List({ "quarto-embed-nb-cell", "cell", "cell-output", "quarto-scaffold" })

local function wraps(div)
  return div.attributes["aria-describedby"] or div.classes:find_if(function(name) return WRAPPERS:includes(name) end)
end

-- Pictures

local PX_PER = { pt = 4 / 3, px = 1, [""] = 1 }

-- The picture's size in CSS pixels, where it says one: the text doesn't jump while it is drawn.
local function size(path)
  local file = io.open(path)
  local text = file and file:read(4000) or ""
  if file then
    file:close()
  end
  local tag = text:match("<svg[^>]*>") or ""
  local found = {}
  for _, name in ipairs({ "width", "height" }) do
    local number, unit = tag:match("%s" .. name .. '="([%d.]+)(%a*)"')
    if not number or not PX_PER[unit] then
      return {}
    end
    table.insert(found, { name, string.format("%.0f", tonumber(number) * PX_PER[unit]) })
  end
  return found
end

local function image(picture)
  local words = picture.attributes.alt or picture.attributes["fig-alt"] or pandoc.utils.stringify(picture.caption)
  if words == "" then
    stop("The picture " .. picture.src .. " has no description for those who can't see it. Give it a fig-alt.")
  end
  if is_typst then -- Quarto before 1.9 leaves it to Pandoc, which then knew no description here
    local quoted = function(text) return '"' .. text:gsub('[\\"]', "\\%0") .. '"' end
    return pandoc.RawInline("typst", "#image(" .. quoted(picture.src) .. ", alt: " .. quoted(words) .. ")")
  end
  return pandoc.Image(pandoc.Inlines({ pandoc.Str(words) }), picture.src, "", pandoc.Attr("", {}, size(picture.src)))
end

-- HTML

local function figure(div)
  local kind = div.identifier:match("^tbl") and "table" or "picture"
  return div.content:map(function(block)
    if block.t == "RawBlock" and block.text:match("^<figure") then
      return pandoc.RawBlock("html", '<figure id="' .. div.identifier .. '" class="' .. kind .. '">')
    elseif block.t == "RawBlock" and block.text:match("^<figcaption") then
      return pandoc.RawBlock("html", "<figcaption>")
    end
    return block
  end)
end

-- Typst

local loaded

-- What the embedded engine knows of its fonts and tables.
local function setting()
  loaded = loaded or ready("setting.json")
  return loaded
end

-- A short table stays on one page.
local function together(blocks)
  local first = blocks[1]
  if not first or first.t ~= "Plain" or pandoc.utils.stringify(first) ~= "" or first.content[1].text ~= "#figure([" then
    return blocks
  end
  local is_table = blocks:find_if(function(block)
    return block.t == "Plain" and #block.content > 0 and (block.content[1].text or ""):match('kind: "quarto%-float%-tbl"')
  end)
  local rows = 0
  pandoc.Blocks(blocks):walk({ Table = function(tbl)
    rows = rows + #tbl.foot.rows
    for _, body in ipairs(tbl.bodies) do
      rows = rows + #body.body
    end
  end })
  if is_table and rows <= setting().short then
    blocks:insert(1, pandoc.RawBlock("typst", "#whole["))
    blocks:insert(pandoc.RawBlock("typst", "]"))
  end
  return blocks
end

local function block_image(raw)
  if is_typst and raw.format == "typst" and raw.text:match("^#box%(image%(") then
    if not raw.text:match('alt: "[^"]') then
      stop("A picture has no description for those who can't see it. Give its cell a fig-alt: " .. raw.text)
    end
    return pandoc.RawInline("typst", (raw.text:gsub("^#box%(image%(", "#image("):gsub("%)%)$", ")")))
  end
end

-- Where no font here can draw letters, how many there are, as in the embedded engine; the HTML keeps all of them.
local function known(code)
  local runs = setting().drawn
  local low, high = 1, #runs
  while low <= high do
    local middle = (low + high) // 2
    if code < runs[middle][1] then
      high = middle - 1
    elseif code > runs[middle][2] then
      low = middle + 1
    else
      return true
    end
  end
  return false
end

local function script(code)
  for _, range in ipairs(setting().scripts) do
    if code >= range[1] and code <= range[2] then
      return range[3] .. " "
    end
  end
  return ""
end

local function drawn(element)
  if not is_typst or not element.text:match("[\128-\255]") then
    return nil
  end
  local out, kind, count = {}, nil, 0
  local function tell()
    if count > 0 then
      table.insert(out, "[" .. count .. " " .. kind .. "character" .. (count == 1 and "" or "s") .. "]")
    end
    count = 0
  end
  for _, code in utf8.codes(element.text) do
    local other = not known(code) and script(code) or nil
    if other ~= kind then
      tell()
    end
    kind = other
    if kind then
      count = count + 1
    else
      table.insert(out, utf8.char(code))
    end
  end
  tell()
  element.text = table.concat(out)
  return element
end

-- Both

-- The release's name and day, for the head of the page.
local function release(meta)
  local said = ready("release.json")
  meta.version, meta["as-of"] = said.version, said["as-of"]
  return meta
end

local function plain_table(tbl)
  tbl.classes = tbl.classes:filter(function(name) return name:match("^typst:") end)
  tbl.attributes = {}
  return tbl
end

local function unwrap(div)
  if is_html and div.classes:includes("quarto-float") then
    return figure(div)
  elseif wraps(div) then
    return is_typst and together(div.content) or div.content
  end
end

-- Everything leads somewhere, and to one place.
local function check(document)
  local names, targets = {}, pandoc.List({})
  local function named(element)
    if element.identifier ~= "" then
      if names[element.identifier] then
        stop("Two things in the document have the name " .. element.identifier .. "; a link could not tell them apart.")
      end
      names[element.identifier] = true
    end
  end
  document:walk({
    Div = named, Span = named, Header = named, Table = named, CodeBlock = named, Image = named, Figure = named,
    RawBlock = function(raw)
      local name = raw.text:match('^<figure id="([^"]+)"')
      if name then
        named({ identifier = name })
      end
    end,
    RawInline = function(raw)
      local name = raw.text:match("^<([%w._-]+)>$")
      if is_typst and name then
        named({ identifier = name })
      end
    end,
    Link = function(link)
      if link.target:match("^#.") then
        targets:insert(link.target:sub(2))
      end
    end,
    Cite = function(cite)
      stop("@" .. cite.citations[1].id .. " refers to nothing in the document.")
    end,
    Strong = function(strong)
      local label = pandoc.utils.stringify(strong):match("^%?(@[%w._-]+)$")
      if label then
        stop(label .. " refers to nothing in the document.")
      end
    end,
  })
  for _, name in ipairs(targets) do
    if not names[name] then
      stop("A link leads to #" .. name .. ", and nothing in the document has this name.")
    end
  end
end

return {
  { Meta = release, Image = image, RawInline = block_image, Table = plain_table, Str = drawn, Code = drawn, CodeBlock = drawn },
  { Div = unwrap },
  { Pandoc = check },
}
