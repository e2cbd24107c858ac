/* JSON in one form only, as digimaturity.canonical writes it: the same document, the same bytes. */

function canonical(value) {
  if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
  if (value !== null && typeof value === "object") {
    const keys = Object.keys(value).sort(byCodePoint);
    return "{" + keys.map((key) => canonical(key) + ":" + canonical(value[key])).join(",") + "}";
  }
  // Text is escaped, and a number with up to four decimals written, as Python does it.
  return JSON.stringify(value);
}

/* The order of code points; that of UTF-16, which JavaScript sorts by, puts U+1F600 before U+FF01. */
function byCodePoint(left, right) {
  const ours = Array.from(left), theirs = Array.from(right);
  for (let place = 0; place < Math.min(ours.length, theirs.length); place += 1) {
    const apart = ours[place].codePointAt(0) - theirs[place].codePointAt(0);
    if (apart) return apart;
  }
  return ours.length - theirs.length;
}

/* Text without halves of surrogate pairs, which no UTF-8 can hold. */
function wellFormed(text) {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
