export const FOOD = `
food: food, meal, eat, ate, eaten, dish, snack, cuisine, groceries, feed
mealtimes: breakfast, lunch, dinner, supper, brunch, meal, lunchtime, dinnertime, teatime, starter, appetizer,
  main course, dessert, side dish, menu, entree, appetiser
recipe: recipe, cook, bake, ingredients, prepare, cooking, cookbook, roast, grill, boil, fry, baking, fried
cooking ways: boil, fry, bake, roast, grill, steam, simmer, barbecue, saute, stir, chop, slice, whisk, mix, poach,
  toast, microwave, broil, knead, peel, marinate
restaurant: restaurant, cafe, diner, bistro, eatery, pub, bar, pizzeria, steakhouse, canteen, cafeteria, tavern
takeaway: takeaway, takeout, food delivery, carry out, drive through
fast food chains: mcdonalds, burger king, kfc, subway, starbucks, taco bell, pizza hut, dominos, wendys, chipotle,
  dunkin donuts
cuisines: cuisine, mediterranean, cajun, creole, oriental, ethnic, tex mex, asian food, italian food, chinese food,
  mexican food, indian food, thai food, japanese food, french food, greek food, spanish food, korean food,
  turkish food, lebanese food, soul food, vietnamese food, american food
dishes: lasagna, lasagne, burrito, pizza, burger, hamburger, taco, sushi, curry, pasta, spaghetti, soup, salad,
  sandwich, stew, omelette, omelet, risotto, noodles, meatballs, meatloaf, casserole, paella, chili, fries, chips,
  ramen, kebab, enchilada, hot dog, ravioli, quesadilla, dumpling, fried rice, pad thai, fajita, meatball, falafel,
  gnocchi, schnitzel, pot roast, nachos, guacamole, hummus, goulash, quiche, macaroni, carbonara, grilled cheese,
  stir fry, french toast, shepherds pie, fried chicken, chicken soup, pierogi, moussaka, tortilla, samosa,
  potato salad, caesar salad, mashed potatoes, scrambled eggs, spring roll, roast beef, cheeseburger, calzone,
  jambalaya, gumbo, stroganoff, ratatouille, fondue, kimchi, pho, tempura, teriyaki, coleslaw, clam chowder
baking desserts: cake, cookie, pie, brownie, muffin, cupcake, bread, biscuit, pastry, doughnut, donut, croissant,
  pancake, waffle, scone, bagel, tart, cheesecake, gingerbread, apple pie, ice cream, chocolate, candy, dessert,
  pudding, sweets, jelly, custard, marshmallow, fudge, caramel, tiramisu, gelato, toffee, lollipop, eclair, macaron,
  shortbread, mousse, creme brulee, panna cotta, trifle, crumble, cobbler, sorbet, strudel, baklava, birthday cake,
  loaf, dough, frosting, icing, crepe, meringue, baguette, sourdough, flan, parfait
snacks: crisps, chips, popcorn, pretzel, crackers, peanuts, granola, snack, nut, almond, walnut, peanut, cashew,
  pecan, hazelnut, pistachio, seeds
fruit: apple, banana, orange, grape, strawberry, strawberries, lemon, lime, pear, peach, plum, cherry, cherries,
  mango, pineapple, melon, watermelon, blueberry, blueberries, raspberry, raspberries, kiwi, avocado, grapefruit,
  apricot, fig, pomegranate, fruit, papaya, blackberry, cranberry, tangerine, mandarin, coconut, nectarine, guava,
  passion fruit, raisins, prunes, currants, cantaloupe, honeydew, lychee, clementine, gooseberry, berries
vegetables: potato, potatoes, tomato, tomatoes, carrot, onion, broccoli, spinach, lettuce, cabbage, cucumber, pepper,
  pea, beans, corn, mushroom, cauliflower, celery, asparagus, zucchini, courgette, eggplant, aubergine, pumpkin, beet,
  beetroot, radish, leek, kale, turnip, vegetable, veggies, sweet potato, squash, artichoke, garlic, brussels sprouts,
  green beans, bell pepper, parsnip, okra, fennel, lentils, chickpeas, sprouts, chard, shallot, scallion, arugula,
  rocket, yam, bok choy
meat: meat, beef, chicken, pork, lamb, turkey, ham, bacon, sausage, steak, veal, duck, mince, ground beef, poultry,
  salami, ribs, pepperoni, venison, pork chop, liver, prosciutto, brisket, sirloin, chorizo, fillet
fish: fish, salmon, tuna, cod, shrimp, prawn, lobster, crab, trout, seafood, oyster, mussels, clam, squid, herring,
  sardine, mackerel, anchovy, halibut, tilapia
dairy: milk, cheese, butter, yogurt, yoghurt, cream, dairy, egg, sour cream, cottage cheese, cheddar, mozzarella,
  parmesan, margarine
spices: salt, pepper, cinnamon, garlic, basil, oregano, paprika, cumin, ginger, thyme, rosemary, parsley, turmeric,
  nutmeg, vanilla, mint, cilantro, coriander, saffron, spice, herb, seasoning, chili powder, cloves, dill, sage,
  bay leaf
ingredients: flour, sugar, rice, baking powder, baking soda, yeast, vinegar, honey, olive oil, cornstarch, oats,
  cocoa, syrup, breadcrumbs, vegetable oil, buttermilk, maple syrup, oatmeal, gelatin, ingredient, ketchup, mustard,
  mayonnaise, mayo, soy sauce, sauce, jam, peanut butter, gravy, salsa, hot sauce, relish, marmalade, cooking oil,
  salad dressing
drinks: coffee, tea, water, juice, soda, milk, lemonade, smoothie, hot chocolate, cola, coke, pepsi, espresso, latte,
  cappuccino, milkshake, soft drink, orange juice, drink
alcoholic drinks: beer, wine, whiskey, whisky, vodka, gin, rum, cocktail, champagne, tequila, cider, brandy, liqueur,
  margarita, ale, lager, martini, alcohol, drunk, booze, liquor, hangover, alcoholic
food spoiled: spoil, rotten, go bad, gone bad, went bad, mold, mould, rancid, stale, moldy, mouldy, shelf life, spoilt
kitchen appliances: oven, stove, refrigerator, fridge, freezer, microwave, dishwasher, toaster, blender, mixer,
  kettle, coffee maker, coffee machine, food processor, air fryer, slow cooker, hob, pressure cooker, cooker,
  rice cooker
tableware: plate, fork, knife, knives, spoon, cup, mug, bowl, cutlery, napkin, dishes, chopsticks, saucer, teaspoon,
  pot, pan, frying pan, saucepan, skillet, baking tray, wok, tray, lid, casserole dish, baking sheet, wineglass
`;
