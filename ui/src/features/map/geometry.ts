// The shapes of the world and where they lie on the picture. Loaded only when a map is shown: with the projection and the
// geometry it is the largest part of the interface. Shapes: Natural Earth 1:110m, public domain, through world-atlas (ISC).

import { geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import world from "world-atlas/countries-110m.json";
import { LETTERS, PLACES } from "./codes";

export const WIDTH = 800;
export const HEIGHT = 390;

export interface Shape {
  /** Two letters, or the shape's own number where ISO has none. */
  country: string;
  d: string;
}

// The cut runs through the Atlantic: no country is torn, and the Philippines lie in the middle.
const CUT = -150;
const projection = geoEqualEarth().rotate([CUT, 0]).fitExtent([[2, 2], [WIDTH - 2, HEIGHT - 2]], { type: "Sphere" });
const path = geoPath(projection).digits(1);
const topology = world as unknown as Topology<{ countries: GeometryCollection }>;
const features: Feature<Geometry>[] = feature(topology, topology.objects.countries).features;
const letters = (one: Feature): string => LETTERS.get(String(one.id)) ?? String(one.id ?? "");

export const SPHERE = path({ type: "Sphere" }) ?? "";
export const SHAPES: Shape[] = features
  .map((one) => ({ country: letters(one), d: path(one) ?? "" }))
  .filter((shape) => shape.d !== "" && shape.country !== "AQ");

/** Where a country's mark goes, in the picture's units; nothing for codes that are no country. */
export function spot(country: string): [number, number] | null {
  const small = PLACES.get(country);
  const shape = features.find((one) => letters(one) === country);
  const place = small ?? MIDDLES[country] ?? (shape === undefined ? undefined : geoCentroid(shape));
  return place === undefined ? null : projection(place);
}

/** Middles of countries whose centre of mass lies far from where people look for them. */
const MIDDLES: Record<string, [number, number]> = { US: [-98, 39], FR: [2.5, 46.5], NO: [9, 61], MY: [102, 4], RU: [60, 56], CA: [-100, 55] };
