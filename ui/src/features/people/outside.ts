// Whose home is in no request for release. The register decides; this is for the form, before anything is saved.

/** PSGC codes: a municipality is the first seven digits, one of its barangays the last three. */
export function isOutside(barangay: string, place: string): boolean {
  if (place === "") return false;
  if (barangay === "") return place.endsWith("000");
  return barangay.slice(0, 7) !== place.slice(0, 7) || barangay.endsWith("000");
}
