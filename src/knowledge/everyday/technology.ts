export const TECHNOLOGY = `
password: password, pin, passcode, pin number, passphrase, security code, access code, pin code
login: login, log in, sign in, logged in, log on, signed in, username, user name, user id, credentials
locked: locked, blocked, lock, block, locked out, suspended, frozen, restricted
unblock: unlock, unblock, unfreeze, reactivate, unfroze, reinstate, reactivation
fraud: fraud, scam, phishing, fraudulent, scammed, fake, hoax, counterfeit, hacked, compromised, hacker, virus,
  malware, identity theft, spyware
theft: steal, stole, stolen, theft, rob, robbery, burglary, thief, thieves, robbed, burglar, crime, criminal, police,
  arrest, murder, jail, prison, assault, felony
devices: computer, laptop, tablet, smartphone, smartwatch, television, console, camera, printer, desktop, ipad,
  iphone, pc, macbook, notebook, kindle, gadget, device, headphones, earphones, earbuds, drone, projector, scanner,
  airpods
computer parts: keyboard, mouse, monitor, screen, hard drive, memory, processor, graphics card, webcam, usb, cable,
  charger, speaker, touchscreen, microphone
tech brands: apple, samsung, sony, lg, nokia, huawei, xiaomi, motorola, dell, hp, lenovo, asus, acer, microsoft,
  google, intel, panasonic, philips, oneplus, blackberry, toshiba, canon, nikon, bosch, siemens, nvidia, amd, pixel,
  macintosh, fujifilm
app: app, application, software, program, mobile app, windows, android, ios, mac, linux, macos, operating system,
  browser, chrome, firefox, safari, internet explorer, cookies, plugin, spreadsheet, excel, powerpoint, photoshop
social apps: facebook, instagram, twitter, whatsapp, tiktok, snapchat, linkedin, youtube, pinterest, reddit, telegram,
  skype, zoom, social media
streaming: netflix, spotify, hulu, disney plus, amazon prime, youtube, hbo, apple music, prime video, pandora, deezer,
  streaming, stream
internet: internet, wifi, broadband, wireless, online, network, hotspot, router, modem, web connection, website, site,
  web page, homepage, webpage, portal, lan, ethernet, isp, url
mobile data: data, data plan, mobile data, gigabytes, roaming, data allowance, sim, sim card, esim, phone plan,
  prepaid, byte, kilobyte, megabyte, gigabyte, terabyte, gb, mb, kb, tb
photo video: photo, picture, image, photograph, snapshot, pic, selfie, photography, camera, webcam, lens, camcorder,
  video, clip, movie clip, footage, recording, vlog
settings: settings, preferences, configuration, configure, set up, options menu
volume: volume, sound, louder, quieter, audio, turn up, turn down, mute, unmute
voice: voice, accent, speech, tone, speech rate
repeat: repeat, again, once more, redo, one more, come again
smart home: smart home, thermostat, smart plug, smart speaker, alexa, siri, google home, google assistant, cortana
light lamp: light, lamp, lights, bulb, lightbulb, lighting, lantern, chandelier, dim, brightness, brighten
heating: heating, heater, radiator, thermostat, boiler, furnace, central heating
air conditioning: air conditioning, air conditioner, ac, aircon, cooling, fan, ventilation
electricity: electricity, power, outlet, socket, plug, electric, power cut, power outage, blackout, energy
utilities: gas, electricity, water supply, sewage, utilities, utility, meter, meter reading
`;
