"""Packs directory.tsv: Philippine posts and migrant workers offices abroad, and emergency numbers of the destinations.

    python3 directory.py POSTS.csv OFFICES.csv HOTLINES.json countries.tsv > directory.tsv

The first three come from bettergovph/bettergov (CC0-1.0, a directory extracted from a PDF, with slips). A number is kept for
dialling only if libphonenumber's metadata (PyPI `phonenumbers`) holds it possible and of the right country; else it stays as
written, and one that belongs to another country is left out. Emergency numbers come from the same package's metadata for
short numbers. Nothing is invented; fax numbers are left out.
"""

import csv
import hashlib
import json
import re
import sys

import phonenumbers
from phonenumbers import PhoneMetadata

POSTS_AS_OF = "2025-09-24"
SHORT_AS_OF = "2026-11-06"
# What the extraction got wrong about places, evident from the rest of the row.
PLACES = {"DamascusS": "Damascus", "Mexico": "Mexico City", "ChongQing": "Chongqing", "Kuwait": "Kuwait City"}
CITY_COUNTRY = {
    "HONG KONG": "HK", "Hong Kong": "HK", "MACAU": "MO", "Macau": "MO", "Agana": "GU", "TOKYO": "JP", "OSAKA": "JP",
    "SINGAPORE": "SG", "KUALA LUMPUR": "MY", "BRUNEI": "BN", "TAIPEI": "TW", "KAOHSIUNG": "TW", "TAICHUNG": "TW",
    "KOREA": "KR", "AUSTRALIA": "AU", "NEW ZEALAND": "NZ", "RIYADH": "SA", "ALKHOBAR": "SA", "JEDDAH": "SA",
    "ABU DHABI": "AE", "DUBAI": "AE", "BAHRAIN": "BH", "KUWAIT": "KW", "LEBANON": "LB", "QATAR": "QA", "OMAN": "OM",
    "ISRAEL": "IL", "JORDAN": "JO", "MOROCCO": "MA", "WASHINGTON DC": "US", "LOS ANGELES": "US", "TORONTO": "CA",
    "VANCOUVER": "CA", "ROME": "IT", "MILAN": "IT", "GENEVA": "CH", "MADRID": "ES", "GREECE": "GR", "LONDON": "GB",
    "BERLIN": "DE", "CZECH REPUBLIC": "CZ",
}
NAMES = {"REPUBLIC OF KOREA": "KR", "SOCIALIST REPUBLIC OF VIETNAM": "VN", "CZECH REPUBLIC": "CZ", "BRUNEI": "BN",
         "UNITED STATES OF AMERICA": "US", "VATICAN": "VA", "IRAN": "IR", "LAOS": "LA", "RUSSIA": "RU", "SYRIA": "SY",
         "MYANMAR": "MM", "TÜRKIYE": "TR", "TIMOR-LESTE": "TL"}
# Posts whose numbers lie in the country around them.
DIALS = {"VA": ["VA", "IT"], "GU": ["GU", "US"]}
GREEK = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX")


def numbers(raw, country):
    """The numbers of a cell, best first: dialled form, or as written."""
    out, head = [], ""
    for part in re.split(r"[;,]", raw):
        part = part.strip()
        if not part or re.search(r"\bT?F$", part):
            continue
        whole = re.match(r"\(?\+?\d", part) and part.startswith(("(", "+"))
        if whole:
            head = part[: part.index(")") + 1] if ")" in part else ""
        text = part if whole else f"{head} {part}".strip()
        first = re.split(r"\bto\b|/|\bext\b|\bloc\b", text)[0]
        digits = re.sub(r"\D", "", first)
        if "(0)" in first:
            digits = re.sub(r"\D", "", first.replace("(0)", ""))
        readings = [n for n in (read(f"+{digits}", None), read(digits, country)) if n is not None]
        if not readings:
            out.append(re.sub(r"\s+", " ", text))
            continue
        fitting = [n for n in readings if set(DIALS.get(country, [country])) & set(phonenumbers.region_codes_for_country_code(n.country_code))]
        found = fitting[0] if fitting else None
        if found is None:
            print(f"left out, a number of another country: {country} {part}", file=sys.stderr)
            continue
        out.append(phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164))
    return list(dict.fromkeys(out))[:3]


def read(text, country):
    """The number, if it is a valid one."""
    try:
        parsed = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None
    return parsed if phonenumbers.is_valid_number(parsed) else None


def short(country):
    meta = PhoneMetadata.short_metadata_for_region(country)
    pattern = meta and meta.emergency and meta.emergency.national_number_pattern
    if not pattern:
        return []
    known = re.compile(f"(?:{pattern})\\Z")
    three = [f"{n:03}" for n in range(1000)]
    return [n for n in three if known.match(n)] or [f"{n:04}" for n in range(10000) if known.match(f"{n:04}")][:4]


def row(kind, country, place, phones, email, website, source, as_of):
    ident = hashlib.sha256(f"{kind}|{country}|{place}".encode()).hexdigest()[:32]
    cells = [ident, kind, country, place, "|".join(phones), email, website, source, as_of]
    assert not any("\t" in c or "\n" in c for c in cells), cells
    return "\t".join(cells)


def main(posts, offices, hotlines, countries):
    codes, names = [], {}
    for line in open(countries, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells[0]) == 2 and not line.startswith("#"):
            codes.append(cells[0])
            names[cells[3].upper()] = cells[0]
    names.update(NAMES)
    out = []
    for code in codes:
        if found := short(code):
            out.append(row("emergency", code, "", found, "", "", "libphonenumber", SHORT_AS_OF))
    for one in csv.DictReader(open(posts, encoding="utf-8")):
        country = CITY_COUNTRY.get(one["city"]) if one["city"] in ("Hong Kong", "Macau", "Agana") else names[one["country"]]
        place = "Bucharest" if country == "RO" else PLACES.get(one["city"], one["city"])
        web = re.sub(r"^https?://|\s", "", one["website"]).rstrip("/")
        out.append(row("post", country, place, numbers(one["contact_raw"], country), one["email"].strip(), web, "bettergov", POSTS_AS_OF))
    for one in csv.DictReader(open(offices, encoding="utf-8")):
        place = one["place"].translate(GREEK).strip()
        country = CITY_COUNTRY[place]
        email = one["email"].split(";")[0].strip()
        phones = numbers(one["contact_raw"], country)
        if phones or email:
            out.append(row("mwo", country, place.title().replace("Dc", "DC"), phones, email, "", "bettergov", POSTS_AS_OF))
    lines = json.load(open(hotlines, encoding="utf-8"))
    wanted = {"National Emergency Hotline": "emergency", "Department of Social Welfare and Development": "agency", "Red Cross": "agency",
              "Philippine Coast Guard": "agency", "National Center for Mental Health (NCMH)": "agency"}
    done = set()
    for group in lines.values():
        for one in group:
            kind = wanted.get(one["name"])
            if kind == "agency" and one["name"] not in done:
                done.add(one["name"])
                phones = [re.sub(r"\s+", " ", n).strip() for n in one["numbers"]]
                out.append(row(kind, "PH", one["name"], home(phones), "", "", "bettergov", POSTS_AS_OF))
    print("\n".join(sorted(set(out), key=lambda r: (r.split("\t")[2], r.split("\t")[1], r.split("\t")[3]))))


def home(raw):
    """Numbers of the Philippines: short ones as they are, others in their dialled form."""
    out = []
    for text in raw:
        first = re.split(r"\bto\b|\(Text|\(Hot|\(Dis|\(Nat|local", text)[0]
        digits = re.sub(r"\D", "", first)
        if 3 <= len(digits) <= 5:
            out.append(digits)
            continue
        parsed = phonenumbers.parse(digits, "PH")
        if phonenumbers.is_valid_number(parsed):
            out.append(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
    return list(dict.fromkeys(out))[:3]


if __name__ == "__main__":
    main(*sys.argv[1:])
