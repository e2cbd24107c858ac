/* Conditions over answers, with three truth values: true, false, and null for what is not known. */

function holds(condition, known) {
  if (condition.any) return anyOf(condition.any.map((part) => holds(part, known)));
  if (condition.all) return not(anyOf(condition.all.map((part) => not(holds(part, known)))));
  if (condition.not) return not(holds(condition.not, known));
  return compare(condition, known(condition.question));
}

function questionsIn(condition) {
  const parts = condition.any || condition.all || (condition.not ? [condition.not] : []);
  return condition.question ? [condition.question] : parts.flatMap(questionsIn);
}

function compare(condition, value) {
  if (value === null) return null;
  const chosen = typeof value === "string" || Array.isArray(value);
  if ("equals" in condition) {
    return chosen ? [value].flat().includes(condition.equals) : value === condition.equals;
  }
  if (chosen) return null;
  return "more_than" in condition ? value > condition.more_than : value >= condition.at_least;
}

function anyOf(truths) {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}

function not(truth) {
  return truth === null ? null : !truth;
}
