// Makes the outlines of the world that the Security page draws: node scripts/world.mjs OUTLINES CODES PLACES
// OUTLINES is countries-110m.json of the npm package world-atlas (Natural Earth, public domain), CODES is iso_3166-1.json of Debian's
// iso-codes, PLACES our own list of countries as circles, for those that are too small for an outline.
import { readFileSync, writeFileSync } from 'node:fs';

const [outlines, codes, places] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
const { arcs, transform, objects } = JSON.parse(outlines);
const alpha2 = Object.fromEntries(JSON.parse(codes)['3166-1'].map(({ numeric, alpha_2: code }) => [numeric, code]));
const WIDTH = 1000;
const ANTARCTICA = '010';
const UNNUMBERED = { Kosovo: 'XK' };

/** The Natural Earth projection: Šavrič, Patterson and Jenny 2011, "Polynomial equation for the Natural Earth projection". */
function projected([longitude, latitude]) {
  const λ = longitude * Math.PI / 180;
  const φ = latitude * Math.PI / 180;
  const two = φ * φ;
  const four = two * two;
  const x = λ * (0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four)));
  const y = φ * (1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four)));
  return [x, y];
}

const HALF = projected([180, 0])[0];
const TOP = projected([0, 84])[1];
const place = (position) => {
  const [x, y] = projected(position);
  return [Math.round((x + HALF) / (2 * HALF) * WIDTH * 10) / 10, Math.round((TOP - y) / (2 * HALF) * WIDTH * 10) / 10];
};

/** Positions of an arc of TopoJSON; a negative number means backwards. */
function positions(arc) {
  let x = 0;
  let y = 0;
  const line = arcs[arc < 0 ? ~arc : arc].map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
  });
  return arc < 0 ? line.reverse() : line;
}

/** One after the other without a jump from one end of the world to the other. */
function unwrapped(line) {
  let turns = 0;
  return line.map(([x, y], index) => {
    const step = index === 0 ? 0 : x - line[index - 1][0];
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [x + 360 * turns, y];
  });
}

/** What of a ring lies on one side of a meridian: Sutherland and Hodgman 1974, "Reentrant polygon clipping". */
function cut(line, meridian, sign) {
  const inside = ([x]) => sign * (x - meridian) <= 0;
  return line.flatMap((to, index) => {
    const from = line.at(index - 1);
    const crossing = [meridian, from[1] + (to[1] - from[1]) * (meridian - from[0]) / (to[0] - from[0])];
    if (inside(to)) return inside(from) ? [to] : [crossing, to];
    return inside(from) ? [crossing] : [];
  });
}

const drawn = (line) => (line.length < 3 ? '' : `M${line.map((position) => place(position).join(' ')).join('L')}Z`);

/** A ring, in two parts where it goes over the end of the world. */
function ring(parts) {
  const line = unwrapped(parts.flatMap((arc, index) => positions(arc).slice(index === 0 ? 0 : 1)));
  const turned = (by) => line.map(([x, y]) => [x + by, y]);
  return [0, 360, -360].map((by) => drawn(cut(cut(turned(by), 180, 1), -180, -1))).join('');
}

const polygons = ({ type, arcs: parts }) => (type === 'Polygon' ? [parts] : parts);

const countries = {};
const nameless = [];
for (const country of objects.countries.geometries.filter(({ id }) => id !== ANTARCTICA)) {
  const path = polygons(country).flat().map(ring).join('');
  const code = alpha2[country.id] ?? UNNUMBERED[country.properties.name];
  if (code) countries[code] = path;
  else nameless.push(path);
}
const dots = {};
for (const line of places.split('\n').filter((text) => /^[A-Z]{2},/.test(text))) {
  const [code, latitude, longitude] = line.split(',');
  if (!countries[code]) dots[code] = place([Number(longitude), Number(latitude)]);
}
const height = place([0, -57])[1];
writeFileSync('src/features/security/world.json', `${JSON.stringify({ width: WIDTH, height, countries, nameless, dots })}\n`);
