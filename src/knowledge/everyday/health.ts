export const HEALTH = `
disaster: flood, fire, earthquake, hurricane, tornado, tsunami, disaster, storm damage, volcano, wildfire, landslide,
  avalanche, drought
ill: ill, sick, unwell, illness, disease, not well, ailment, poorly
symptoms: fever, cough, headache, pain, nausea, rash, sore throat, runny nose, vomiting, diarrhea, diarrhoea,
  dizziness, dizzy, swelling, ache, itch, stomachache, toothache, backache, cramp, chills, bleeding, earache,
  migraine, constipation, sneezing, fatigue, heartburn, insomnia, vomit, chest pain, weakness, sweating, fainting,
  faint, numbness, palpitations, bloating, indigestion, phlegm, inflammation, sneeze, itching, swollen, stiff neck,
  stuffy nose, high temperature
illnesses: flu, cold, cancer, diabetes, asthma, allergy, infection, covid, coronavirus, pneumonia, measles,
  chickenpox, stroke, heart attack, arthritis, depression, alzheimers, dementia, influenza, tuberculosis, malaria,
  hepatitis, bronchitis, epilepsy, anemia, anaemia, hiv, tonsillitis, eczema, parkinsons, mumps, ebola, autism,
  bipolar, cystic fibrosis, crohns, lyme disease, multiple sclerosis, hernia, shingles, acne, psoriasis, osteoporosis,
  cholera, rabies, polio, tetanus, leukemia, leukaemia, sinus infection, ear infection, food poisoning, kidney stones,
  ulcer, appendicitis, gout, hypertension, heart disease, tumor, tumour, strep throat, monkeypox, conjunctivitis
injury: injury, wound, cut, bruise, fracture, sprain, burn, injured, broken bone, bite, sting, concussion, blister,
  hurt
allergy: allergy, allergic, intolerance, intolerant, allergies, hay fever, food allergy
pregnancy: pregnant, pregnancy, birth, childbirth, midwife, prenatal, expecting, give birth, antenatal, contraception,
  birth control, condom, contraceptive
mental health: depression, anxiety, stress, mental health, therapy, burnout, panic attack, stressed, counselling,
  counseling
medicine: medicine, medication, drug, pill, tablet, prescription, antibiotic, painkiller, aspirin, ibuprofen,
  paracetamol, drugs, capsule, ointment, cough syrup, tylenol, remedy, dosage, dose, antihistamine, insulin, inhaler,
  eye drops, sleeping pill, antacid, supplement
doctor: doctor, physician, gp, specialist, surgeon, general practitioner, dr, medic, nurse, dentist, dermatologist,
  cardiologist, pediatrician, paediatrician, gynecologist, gynaecologist, optician, psychologist, psychiatrist,
  orthodontist, physiotherapist, therapist, neurologist, oncologist, urologist, radiologist, chiropractor,
  ophthalmologist
hospital: hospital, clinic, emergency room, surgery, ward, medical center, medical centre, health center,
  health centre, doctors office
pharmacy: pharmacy, drugstore, chemist, pharmacist, apothecary
vaccine: vaccine, vaccination, shot, immunization, immunisation, jab, flu shot, vaccinated, booster, injection
treatment: treatment, therapy, treat, cure, remedy, heal, healing, operation, surgery, surgical, transplant,
  anesthesia, anaesthesia, operated
medical test: blood test, xray, scan, test results, ultrasound, mri, blood pressure, checkup, check up, physical exam,
  lab results, diagnosis, biopsy
teeth: tooth, teeth, dental, cavity, filling, gum, braces, denture, toothbrush, dentures, root canal, wisdom tooth
eyesight: eye, vision, glasses, contact lenses, eyesight, sight, spectacles, eye test, blind
body parts: head, arm, leg, hand, foot, feet, eye, ear, nose, mouth, neck, shoulder, knee, finger, toe, stomach,
  chest, heart, skin, hair, elbow, ankle, wrist, hip, throat, brain, lung, liver, kidney, bone, muscle, thumb, chin,
  forehead, lip, tongue, cheek, belly, spine, thigh, rib, eyebrow, body, lower back, fingernail
sleep: sleep, asleep, nap, slept, bedtime, insomnia, snore, sleeping, dream, nightmare, dreamt, daydream
disabled: disabled, wheelchair, accessibility, accessible, disability, handicapped, special needs, ramp
smoking: smoke, smoking, cigarette, tobacco, vape, smoker, cigar, lighter, ecigarette, nicotine
fitness: gym, workout, fitness, exercise, work out, health club, fitness studio, yoga, pilates, jogging, push ups,
  squats, weightlifting, aerobics, cardio, spinning, stretching, zumba, treadmill, crossfit, sit ups, pushups
diet: diet, lose weight, weight loss, slim, dieting, lost weight
diets: vegan, vegetarian, gluten free, kosher, halal, lactose free, dairy free, keto, paleo, sugar free, plant based,
  gluten
nutrients: protein, fat, sugar, carbs, carbohydrates, fiber, fibre, vitamin, sodium, cholesterol, calcium, mineral,
  caffeine, salt, magnesium, zinc, vitamins, calories, nutrition, calorie, nutritional, kcal, nutrient
hygiene: shower, bath, soap, shampoo, toothpaste, toothbrush, deodorant, towel, razor, shave, conditioner, tissue,
  toilet paper, lotion, bathe, makeup, lipstick, perfume, mascara, nail polish, cosmetics, sunscreen, cream,
  moisturizer, moisturiser, foundation, cologne, sun cream
hair care: haircut, hairdresser, barber, hair salon, hairstyle, manicure, beauty salon, massage, pedicure, hair
`;
