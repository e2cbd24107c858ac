"""What firms call their trade, so that the sector field finds its section of NACE by it."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.i18n import Translator


def sector_words(t: Translator) -> Mapping[str, str]:
    """For each section (A to S) the words it is found by, in the language of `t`."""
    return {
        "A": t("farm, farming, forestry, fishing, wine growing, nursery"),
        "B": t("quarry, gravel, mine, oil, gas extraction"),
        "C": t(
            "factory, production, industry, mechanical engineering, machines, metalworking,"
            " joinery, carpentry workshop, furniture, food, bakery, butcher, brewery, textiles,"
            " plastics, chemicals, pharmaceuticals, electronics, electrical equipment, vehicles,"
            " printing, medical devices, paper, glass, packaging"
        ),
        "D": t("power, electricity, gas supply, district heating, utility, solar, wind power"),
        "E": t("waste, recycling, sewage, water works, disposal"),
        "F": t(
            "builder, building, roofer, electrician, plumber, heating, painter,"
            " carpenter, bricklayer,"
            " civil engineering, scaffolding"
        ),
        "G": t(
            "shop, wholesale, retail, trade, dealer, car repair, garage, online shop, supermarket"
        ),
        "H": t(
            "haulage, logistics, transport, freight, warehouse, post, courier, taxi, bus, shipping"
        ),
        "I": t("hotel, restaurant, café, pub, catering, guest house, canteen"),
        "J": t(
            "software, IT, programming, data centre, hosting, telecommunications, internet,"
            " publisher, media, film, radio"
        ),
        "K": t("bank, insurance, broker, savings, leasing, fund"),
        "L": t("property, real estate, estate agent, letting, housing, facility owner"),
        "M": t(
            "lawyer, tax adviser, auditor, consulting, architect, engineering office, research,"
            " laboratory, advertising, marketing, design, veterinary"
        ),
        "N": t(
            "cleaning, temporary work, staffing, security, travel agency, rental, call centre,"
            " gardening, landscaping, facility management"
        ),
        "O": t("municipality, town, authority, ministry, public office"),
        "P": t("school, university, training, nursery school, driving school, tuition"),
        "Q": t(
            "doctor, practice, hospital, care, nursing home, dentist, physiotherapy, social work"
        ),
        "R": t("museum, theatre, sport, fitness, club, music, event, leisure, casino"),
        "S": t(
            "hairdresser, laundry, association, church, repair of computers, cosmetics, undertaker"
        ),
    }
