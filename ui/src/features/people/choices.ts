// What each part of the filter is called once it is chosen, and the choices that are not places or names.

import type { Choice, PeopleFacets } from "../../backend";
import { country } from "../../i18n/format";
import { t, tCode } from "../../i18n/index.svelte";
import type { FilterPart, Filters } from "./list.svelte";

export const FRESHNESS = ["fresh", "stale", "never"] as const;
export const PURPOSES = ["hold", "buffer", "emergency", "desk", "statistics"] as const;

/** The words for what is chosen. Names of places come from the figures, which know them. */
export function chosen(part: FilterPart, filters: Filters, facets: PeopleFacets | null): string {
  const known = (choices: Choice[] | undefined, value: string): string | null => choices?.find((one) => one.value === value)?.name || null;
  const name = (choices: Choice[] | undefined, value: string): string => known(choices, value) ?? value;
  switch (part) {
    case "country":
      return country(filters.country, known(facets?.countries, filters.country!));
    case "barangay":
      return name(facets?.barangays, filters.barangay!);
    case "purok":
    case "employer":
      return filters[part]!;
    case "freshness":
      return t(`fresh-${filters.freshness!}`);
    case "returned":
      return t(filters.returned ? "filter-returned" : "filter-abroad");
    case "consent": {
      const [purpose = "", said = ""] = filters.consent!.split(":");
      return t("filter-consent", { purpose: tCode("purpose", purpose), said: tCode("said", said) });
    }
    case "noPhone":
      return t("filter-no-phone");
    case "conflict":
      return t("filter-conflict");
    case "outside":
      return t("filter-outside");
  }
}
