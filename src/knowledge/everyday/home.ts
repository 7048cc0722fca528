export const HOME = `
shop names: walmart, tesco, aldi, lidl, costco, kroger, asda, sainsburys, carrefour, whole foods, trader joes,
  safeway, supermarket, waitrose, amazon, ebay, etsy, alibaba, ikea, target, best buy, home depot, argos, zara, macys,
  nike, adidas, puma, gucci, prada, levis, chanel, reebok, louis vuitton, versace, armani
shops: bakery, butcher, supermarket, bookstore, bookshop, florist, grocery store, department store, hardware store,
  drugstore, convenience store, shoe shop, jeweler, jeweller, toy store, pet shop, store, shop, outlet, branch,
  boutique, showroom, market, mall
house: house, home, apartment, flat, building, condo, property, residence, cottage, villa, bungalow, dwelling,
  real estate, estate agent, realtor, house price, housing, housing market
rooms: bedroom, kitchen, bathroom, living room, dining room, basement, attic, garage, hallway, office, toilet, lounge,
  cellar, balcony, laundry room, corridor, study
toilet: toilet, bathroom, restroom, loo, washroom, lavatory, wc, ladies room
house parts: door, window, wall, floor, roof, ceiling, stairs, chimney, fence, porch, gate, staircase, gutter
furniture: chair, table, sofa, couch, bed, desk, wardrobe, shelf, shelves, cupboard, mattress, armchair, bookcase,
  drawer, cabinet, dresser, stool, furniture, closet, bench, nightstand, sideboard, bookshelf, bunk bed, headboard,
  coffee table, tv stand, recliner, futon, ottoman, shelving, sofa bed, vanity, curtain, carpet, rug, pillow, blanket,
  sheet, duvet, towel, cushion, bedding, blinds, quilt, pillowcase
household machines: washing machine, dryer, vacuum cleaner, iron, washer, hoover, sewing machine, tumble dryer,
  detergent, bleach, sponge, mop, broom, bucket, washing powder, dustpan, duster, fabric softener
plumbing: tap, faucet, sink, pipe, drain, leak, shower, bathtub, plumber, plumbing, leaking
garbage: garbage, trash, rubbish, waste, bin, recycling, recycle, litter, bin collection, refuse, dumpster, compost,
  landfill, throw away, threw away, discard, dispose, throw out, disposal, dump
tools: hammer, screwdriver, drill, saw, wrench, spanner, pliers, nail, screw, ladder, shovel, rake, axe, tape measure,
  toolbox, spade, bolt, sandpaper, chisel, crowbar, pickaxe, wheelbarrow, hose, lawnmower, chainsaw, clamp,
  paintbrush, rope, screws, utility knife, hoe, pitchfork, trowel, allen key, flashlight, torch
materials: wood, metal, plastic, steel, iron, paper, leather, cotton, stone, concrete, wool, silk, brick, aluminium,
  aluminum, ceramic, polyester, linen, cardboard, copper, cement, fabric, nylon, marble, clay, gold, silver, diamond,
  platinum, pearl, ruby, emerald, jewel, gemstone, bronze, sapphire, rubber, granite, vinyl, foam, velvet, denim, tin,
  brass, glass
garden: garden, yard, lawn, backyard, gardening, patio, greenhouse, mow, terrace, grow, plant, sow, fertilizer,
  fertiliser, soil, prune
plants: tree, flower, plant, grass, rose, tulip, bush, leaf, leaves, seed, oak, pine, cactus, fern, lily, daisy,
  orchid, sunflower, shrub, moss
lock key: key, lock, keys, padlock, locksmith, keyring, key card
decorate: decorate, renovate, paint, renovation, remodel, wallpaper, decoration, refurbish
pests: mosquito, ant, cockroach, mouse, mice, rat, wasp, bedbugs, flea, pest, insects, termites, pest control, lice,
  insect, bee, butterfly, spider, fly, beetle, bug, ladybird, ladybug, moth, dragonfly
clothes: shirt, t shirt, trousers, pants, jeans, dress, skirt, jacket, coat, sweater, hat, shoes, socks, suit, tie,
  gloves, scarf, shorts, boots, blouse, hoodie, underwear, bra, jumper, cap, belt, sneakers, trainers, sandals,
  pyjamas, pajamas, swimsuit, bikini, cardigan, vest, uniform, clothing, clothes, raincoat, slippers, heels, tights,
  swimwear, footwear, tracksuit, leggings, waistcoat, overalls, polo shirt, tshirt, pantyhose, mittens, sweatshirt,
  tuxedo, gown, bathrobe
accessories: ring, necklace, bracelet, earrings, watch, jewelry, jewellery, brooch, pendant, wristwatch, bag, handbag,
  purse, wallet, backpack, briefcase, tote, sack
wear: wear, wore, worn, put on, dress up, dressed, outfit, dress code, business casual, formal wear, uniform, attire,
  try on, tried on, fitting room, changing room, dressing room
`;
