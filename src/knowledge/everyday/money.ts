export const MONEY = `
buy: buy, bought, purchase, purchased, acquire, shop for, pick up, buying, preorder
sell: sell, sold, sale, resell, resold, trade in, auction
pay: pay, paid, payment, settle, pay off, payable, paying, remit
payment means: cash, check, cheque, credit card, debit card, card, money order, bank transfer, direct debit, paypal,
  apple pay, google pay, contactless, banknote, voucher, gift card, instalment, installment
banks and cards: visa, mastercard, amex, american express, maestro, discover, diners club, jcb, unionpay, chase,
  barclays, hsbc, citibank, wells fargo, santander, lloyds, natwest, capital one, deutsche bank, monzo, revolut, bank,
  credit union, building society, savings bank
price: price, cost, fee, charge, rate, pricing, tariff, expense, how much, fare, toll, surcharge, priced, worth,
  value, valuation, market value, appraisal, valued, resale value
free: free, complimentary, gratis, no charge, no cost
cheap: cheap, inexpensive, affordable, budget, economical, low cost, bargain, cheapest, reasonable, low priced,
  cheaper
expensive: expensive, costly, pricey, overpriced, high priced, luxury, upscale
discount: discount, sale, promotion, promo, offer, deal, special offer, coupon, voucher, promo code, rebate, markdown,
  reduction, clearance, student discount, senior discount, group discount
refund: refund, money back, reimburse, reimbursement, repay, repaid, repayment, chargeback, cashback, compensate,
  compensation
return goods: return, send back, sent back, bring back, brought back, give back, gave back, take back, took back,
  returned
exchange goods: exchange, swap, replace, replacement, substitute, substitution, trade, instead of, swapped
bill: bill, invoice, statement, receipt, tab, billing, utility bill
due: due, owe, owed, outstanding, overdue, unpaid, past due, arrears, due date, debt, liability, indebted, debtor
account: account, profile, membership, registration, checking account, savings account
balance: balance, available funds, funds, account balance, remaining balance
transfer: transfer, wire, wire transfer, send money, remittance, standing order, bank transfer, move money
withdraw: withdraw, withdrew, withdrawn, withdrawal, take out, took out, cash out, pull out, atm, cash machine,
  cashpoint, cash dispenser, automated teller
deposit: deposit, pay in, paid in, top up, lodge, reload
loan: loan, mortgage, credit, borrow, lend, lent, lending, financing, finance, overdraft, advance, borrowing, borrowed
interest: interest, apr, interest rate, apy, yield, percentage rate
credit score: credit score, credit rating, fico, credit history, creditworthiness, credit report
saving: save, savings, saving, put aside, set aside, nest egg, piggy bank
invest: invest, investment, stock, shares, bond, fund, portfolio, etf, dividend, mutual fund, brokerage, stock market,
  crypto, cryptocurrency, bitcoin, ethereum, blockchain, dogecoin, litecoin
currencies: dollar, euro, pound, peso, yen, yuan, renminbi, rupee, ruble, rouble, franc, krona, krone, zloty, forint,
  lira, rand, dirham, riyal, shekel, baht, ringgit, rupiah, dinar, koruna, hryvnia, leu, lev, sterling, usd, eur, gbp,
  currency, cent, penny, pence, quid, bucks
exchange rate: exchange rate, conversion rate, currency exchange, foreign exchange, forex, convert, conversion,
  foreign currency, converted, equivalent
money: money, cash, currency, bucks, coin, penny, pennies, dime, nickel, quarter, change, cent
tax: tax, taxes, vat, duty, levy, sales tax, income tax, irs, taxation, withholding, tax return, council tax, customs
salary: salary, wage, pay, paycheck, payslip, pay stub, income, earnings, payroll, payday, remuneration, earn, raise,
  pay rise, pay increase, bonus, promotion, increment
pension: pension, retirement, retire, retiree, superannuation, retirement plan, social security, roth ira,
  pension fund, retirement fund
budget: budget, spending, expenditure, expenses, spend, spent, outgoings
tip money: tip, gratuity, service charge, tipping
rent: rent, lease, hire, rental, tenancy, leasing, tenant, renter, lodger, roommate, flatmate, housemate, rented
fine penalty: fine, penalty, late fee, parking ticket, fined, penalise, penalize
loyalty: loyalty, rewards, reward, points, loyalty program, loyalty card, air miles, bonus points, cashback,
  reward points, frequent flyer, redeem, redemption, cash in, redeeming
gift: gift, present, gift card, gift voucher, gift certificate
subscription: subscription, membership, plan, subscribe, subscribed, package, monthly plan
customer: customer, client, shopper, buyer, consumer, patron, user, guest
cart: cart, basket, trolley, shopping cart, shopping basket, shopping bag, checkout, till, cash register, cashier,
  check out
`;
