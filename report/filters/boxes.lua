-- The classes `stamp`, `changes`, `limits`, `sources`, `annex`, `tiles` and `exhibit` of the document as boxes of the Typst
-- template; in HTML the stylesheet knows them.

-- A first release has nothing to compare with: no empty box.
local function nothing(div)
  if div.classes:includes("changes") and pandoc.utils.stringify(div) == "" then
    return {}
  end
end

if not FORMAT:match("typst") then
  return { { Div = nothing } }
end

local function typst(text)
  return pandoc.RawBlock("typst", text)
end

local function wrapped(open, content, close)
  local blocks = pandoc.Blocks({ typst(open) })
  blocks:extend(content)
  blocks:insert(typst(close))
  return blocks
end

-- One box per item of the list inside, whatever it is wrapped in.
local function tiles(div)
  local items = pandoc.List({})
  div:walk({ BulletList = function(list) items:extend(list.content) end })
  local blocks = pandoc.Blocks({ typst("#tiles(") })
  for _, item in ipairs(items) do
    blocks:extend(wrapped("[", item, "],"))
  end
  blocks:insert(typst(")"))
  return #items > 0 and blocks or nil
end

-- A picture, under it the clippings it is drawn from (division `from`), and beside it the words of `beside`.
local function exhibit(div)
  local picture, words = pandoc.Blocks({}), pandoc.Blocks({})
  for _, block in ipairs(div.content) do
    if block.t == "Div" and block.classes:includes("beside") then
      words:extend(block.content)
    elseif block.t == "Div" and block.classes:includes("from") then
      picture:extend(wrapped("#drawn-from[", block.content, "]"))
    else
      picture:insert(block)
    end
  end
  local blocks = wrapped("#exhibit([", picture, "], [")
  if #words > 1 then
    blocks:extend(wrapped("#takeaway[", { words:remove(1) }, "]"))
  end
  blocks:extend(words)
  blocks:insert(typst("])"))
  return blocks
end

local function box(div)
  if div.classes:includes("tiles") then
    return tiles(div)
  end
  if div.classes:includes("exhibit") then
    return exhibit(div)
  end
  for _, name in ipairs({ "stamp", "changes", "limits", "sources", "annex" }) do
    if div.classes:includes(name) then
      return wrapped("#" .. name .. "[", div.content, "]")
    end
  end
end

-- A paragraph all in bold leads what follows and stays with it on the page.
local function lead(para)
  if #para.content == 1 and para.content[1].t == "Strong" then
    return { typst("#lead["), pandoc.Plain(para.content), typst("]") }
  end
end

return { { Div = nothing }, { Div = box }, { Para = lead } }
