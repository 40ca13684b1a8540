-- What visitors of the shop look at, in the same order on every connection.
local pages = {
  "/catalogue", "/products/7", "/orders", "/products/42", "/catalogue?after=Fender", "/products/113",
  "/harbours/Leith", "/catalogue?after=Davit", "/products/180", "/orders", "/products/61", "/takings",
}
local turn = 0

function request()
  turn = turn % #pages + 1
  return wrk.format("GET", pages[turn])
end
