/* SHA-256 (FIPS 180-4) of a text in UTF-8; the browser's own is not there for every opened file. */

const SHA_ROUNDS = Uint32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)));

function firstPrimes(count) {
  const found = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime)) found.push(number);
  }
  return found;
}

/* The first 32 bits behind the point. */
function fraction(number) {
  return Math.floor((number - Math.floor(number)) * 2 ** 32);
}

function sha256(text) {
  const bytes = padded(new TextEncoder().encode(text));
  const state = Uint32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)));
  const words = new Uint32Array(64);
  for (let start = 0; start < bytes.byteLength; start += 64) {
    for (let place = 0; place < 16; place += 1) words[place] = bytes.getUint32(start + 4 * place);
    digest(state, words);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

/* A one, zeros, and the length in bits (below 512 MB), in whole blocks of 64 bytes. */
function padded(message) {
  const blocks = Math.ceil((message.length + 9) / 64);
  const bytes = new Uint8Array(64 * blocks);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 4, message.length * 8);
  return view;
}

function digest(state, words) {
  const turned = (word, by) => (word >>> by) | (word << (32 - by));
  for (let place = 16; place < 64; place += 1) {
    const before = words[place - 15], late = words[place - 2];
    const low = turned(before, 7) ^ turned(before, 18) ^ (before >>> 3);
    const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[place] = words[place - 16] + low + words[place - 7] + high;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let round = 0; round < 64; round += 1) {
    const sum = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + sum + ((e & f) ^ (~e & g)) + SHA_ROUNDS[round] + words[round]) >>> 0;
    const other = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (other + ((a & b) ^ (a & c) ^ (b & c))) >>> 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) >>> 0, c, b, a, (first + second) >>> 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, place) => { state[place] += word; });
}
