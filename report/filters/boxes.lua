-- The classes `stamp`, `limits`, `annex` and `tiles` of the document as boxes of the Typst template; in HTML the stylesheet
-- knows them.

if not FORMAT:match("typst") then
  return {}
end

local function typst(text)
  return pandoc.RawBlock("typst", text)
end

-- One box per item of the list inside, whatever it is wrapped in.
local function tiles(div)
  local items = pandoc.List({})
  div:walk({ BulletList = function(list) items:extend(list.content) end })
  local blocks = pandoc.Blocks({ typst("#tiles(") })
  for _, item in ipairs(items) do
    blocks:insert(typst("["))
    blocks:extend(item)
    blocks:insert(typst("],"))
  end
  blocks:insert(typst(")"))
  return #items > 0 and blocks or nil
end

local function box(div)
  if div.classes:includes("tiles") then
    return tiles(div)
  end
  for _, name in ipairs({ "stamp", "limits", "annex" }) do
    if div.classes:includes(name) then
      local blocks = pandoc.Blocks({ typst("#" .. name .. "[") })
      blocks:extend(div.content)
      blocks:insert(typst("]"))
      return blocks
    end
  end
end

-- A paragraph all in bold leads what follows and stays with it on the page.
local function lead(para)
  if #para.content == 1 and para.content[1].t == "Strong" then
    return { typst("#lead["), pandoc.Plain(para.content), typst("]") }
  end
end

return { { Div = box }, { Para = lead } }
