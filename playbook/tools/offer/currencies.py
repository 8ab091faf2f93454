"""What currencies, periods and what is taken off are called where pay is typed, and how they are written."""

CURRENCIES = {
    "£": "£ gbp pound pounds quid sterling",
    "$": "$ usd dollar dollars bucks us us$",
    "€": "€ eur euro euros",
    "₹": "₹ inr rs rs. rupee rupees रुपये",
    "¥": "¥ jpy yen",
    "cny": "cny rmb yuan",
    "chf": "chf francs franken",
    "zł": "zł zl pln zloty zlotys złotych",
    "kr": "kr sek nok dkk kronor kroner",
    "₱": "₱ php peso pesos",
    "₦": "₦ ngn naira n",
    "aed": "aed dirham dirhams",
    "sar": "sar riyal riyals ريال",
    "zar": "zar rand rands r",
    "aud": "aud a$ au$",
    "cad": "cad c$ ca$",
    "nzd": "nzd nz$",
    "sgd": "sgd s$",
    "hkd": "hkd hk$",
    "brl": "brl r$ reais",
    "krw": "krw won ₩",
    "thb": "thb baht ฿",
    "myr": "myr rm ringgit",
    "try": "try lira ₺",
    "ils": "ils shekel shekels ₪",
    "huf": "huf forint ft",
    "czk": "czk kč koruna",
    "ron": "ron lei",
    "kes": "kes ksh kshs shillings",
    "ghs": "ghs cedi cedis",
    "bdt": "bdt taka",
    "pkr": "pkr",
    "lkr": "lkr",
    "idr": "idr rp",
    "mxn": "mxn",
    "egp": "egp",
    "qar": "qar",
    "kwd": "kwd",
    "omr": "omr",
    "mad": "mad",
}
SIGNS = {
    "zar": "R",
    "aud": "A$",
    "cad": "C$",
    "nzd": "NZ$",
    "sgd": "S$",
    "hkd": "HK$",
    "brl": "R$",
    "krw": "₩",
    "thb": "฿",
    "try": "₺",
    "ils": "₪",
    "myr": "RM",
}
"""How a currency is written before a number, where not by its own sign."""
DOLLARS = frozenset(("$", "aud", "cad", "nzd", "sgd", "hkd"))
"""Currencies that are written with a plain '$' at home."""
EURO = frozenset("AT BE BG HR CY EE FI FR DE GR IE IT LV LT LU MT NL PT SK SI ES".split())
"""Countries that pay in euros."""
OF_COUNTRIES = {
    "GB": "£",
    "IM": "£",
    "JE": "£",
    "GG": "£",
    "US": "$",
    "CA": "cad",
    "AU": "aud",
    "NZ": "nzd",
    "SG": "sgd",
    "HK": "hkd",
    "IN": "₹",
    "JP": "¥",
    "CN": "cny",
    "CH": "chf",
    "LI": "chf",
    "PL": "zł",
    "SE": "kr",
    "NO": "kr",
    "DK": "kr",
    "PH": "₱",
    "NG": "₦",
    "AE": "aed",
    "SA": "sar",
    "ZA": "zar",
    "BR": "brl",
    "KR": "krw",
    "TH": "thb",
    "MY": "myr",
    "TR": "try",
    "IL": "ils",
    "HU": "huf",
    "CZ": "czk",
    "RO": "ron",
    "KE": "kes",
    "GH": "ghs",
    "BD": "bdt",
    "PK": "pkr",
    "LK": "lkr",
    "ID": "idr",
    "MX": "mxn",
    "EG": "egp",
    "QA": "qar",
    "KW": "kwd",
    "OM": "omr",
    "MA": "mad",
}
"""The currency in which pay is named in a country, beside the euro."""
PERIODS = {
    "year": "year years yr yrs annum annual annually yearly p.a pa p.a. lpa jahr jährlich année año anno jaar år"
    " rok ano",
    "month": "month months mo mth monthly pcm pm p.m p.m. monat monatlich mois mes mese maand månad måned mês"
    " miesiąc الشهر",
    "week": "week weeks wk weekly pw p.w p.w. woche semaine semana settimana",
    "fortnight": "fortnight fortnightly biweekly",
    "day": "day days daily pd p.d p.d. tag jour día giorno dag",
    "hour": "hour hours hr hrs h hourly ph p.h p.h. stunde std heure hora ora uur timme",
}
WORDS = {
    word: term
    for table in (CURRENCIES, PERIODS)
    for term, words in table.items()
    for word in words.split()
}
TAXED = {"net": "net", "netto": "net", "after": "net", "gross": "gross", "brutto": "gross"}


def is_pay_word(word: str) -> bool:
    """Return whether a word in small letters names a currency, a period, or what is taken off.

    For example 'euros', 'hour', 'net'.
    """
    return word in WORDS or word in TAXED
