/* Numbers as people type them, and the time that is left. */

/* The number in a text, NaN where there is none: "12,5", "1.000", "1,000.5", "80 %". */
function numberIn(text, language) {
  let plain = text.replace(/[\s\u00A0\u202F%]/g, "").replace("\u2212", "-");
  const grouped = language === "de" ? /^-?\d{1,3}(\.\d{3})+(,\d+)?$/ : /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
  if (grouped.test(plain)) plain = plain.replaceAll(language === "de" ? "." : ",", "");
  if (!/^-?(\d+([.,]\d*)?|[.,]\d+)$/.test(plain)) return NaN;
  return Math.round(Number(plain.replace(",", ".")) * 1e4) / 1e4 + 0;
}

/* Seconds to read a question with its levels and choose; to answer a fact; a decision's four parts. */
const SECONDS = { levels: 32, decision: 20, other: 10 };

/* Longer times are told in steps of five minutes. */
function minutesFor(kinds) {
  const seconds = kinds.reduce((sum, kind) => sum + (SECONDS[kind] || SECONDS.other), 0);
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 12 ? minutes : 5 * Math.ceil(minutes / 5);
}
