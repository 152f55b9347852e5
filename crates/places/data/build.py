#!/usr/bin/env python3
"""Packs the open source tables into the compact files beside this script.

usage: build.py PSGC_CSV COUNTRIES_CSV CITIES_CSV I18N_DIR OUT_DIR
Needs the `zstd` command. Column meanings: README.md here.
"""
import csv, json, re, subprocess, sys, unicodedata

LEVEL = {"region": "R", "province": "P", "special_geographic_area": "G", "highly_urbanized_city": "H",
         "independent_component_city": "I", "component_city": "C", "municipality": "M", "submunicipality": "S", "barangay": "B"}

def pack(lines, out):
    text = "\n".join(lines) + "\n"
    subprocess.run(["zstd", "-19", "-q", "-f", "-", "-o", out], input=text.encode(), check=True)

def psgc(path, out):
    lines, prev = ["2026-10"], 0
    for r in sorted(csv.DictReader(open(path, encoding="utf-8-sig")), key=lambda r: int(r["psgc10"])):
        code, lv = r["psgc10"], LEVEL[r["level"]]
        n = int(code)
        up = {"B": n // 1000 * 1000, "R": 0}.get(lv, n // 100000 * 100000)
        parent = int(r["parent_psgc10"] or 0)
        old = r["psgc9_old"]
        guess = code[:2] + code[3:]
        lines.append("\t".join([str(n - prev), lv, r["name"], r["psa_note"], "" if old == guess else (old or "-"),
                                "" if parent == up else str(parent)]).rstrip("\t"))
        prev = n
    pack(lines, out)

def fold(s):
    s = unicodedata.normalize("NFKD", s).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", s).strip()

def countries(path, i18n, out):
    alt = {}
    for lang in ("en", "es", "fr"):
        for k, v in json.load(open(f"{i18n}/{lang}.json"))["countries"].items():
            alt.setdefault(k, []).extend(v if isinstance(v, list) else [v])
    lines = []
    for r in csv.DictReader(open(path, encoding="utf-8-sig")):
        seen = {fold(r[k]) for k in ("en", "fil", "es", "fr")}
        more = []
        for a in alt.get(r["iso2"], []):
            if fold(a) not in seen:
                seen.add(fold(a)); more.append(a)
        lines.append("\t".join([r["iso2"], r["iso3"], r["calling_code"].lstrip("+"), r["en"], r["fil"], r["es"], r["fr"], "|".join(more)]))
    open(out, "w").write("\n".join(lines) + "\n")

def cities(path, out):
    lines = []
    rows = sorted(csv.DictReader(open(path, encoding="utf-8-sig")), key=lambda r: -int(r["population"] or 0))
    for r in rows:
        if r["iso2"] == "PH":
            continue
        seen, alts = {fold(r["name"])}, []
        for a in r["alt_names_latin"].split("|"):
            f = fold(a)
            if len(f) >= 4 and f not in seen and len(a) == len(a.encode("ascii", "ignore")):
                seen.add(f); alts.append(f)
        lines.append("\t".join([r["iso2"], r["name"], "|".join(alts[:14])]))
    pack(lines, out)

if __name__ == "__main__":
    p, c, g, i, o = sys.argv[1:6]
    psgc(p, f"{o}/psgc.tsv.zst")
    countries(c, i, f"{o}/countries.tsv")
    cities(g, f"{o}/cities.tsv.zst")
