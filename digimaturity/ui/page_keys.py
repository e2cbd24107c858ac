"""The keys that pages take themselves, for the map and the palette."""

from __future__ import annotations

from digimaturity.i18n import Translator
from digimaturity.ui.actions import Action, Context
from digimaturity.ui.desk import Desk


def page_keys(desk: Desk, t: Translator) -> tuple[Action, ...]:
    """The keys of all pages, and of every control."""
    return (
        *_controls(t),
        *_companies(t),
        *_questionnaire(desk, t),
        *_decisions(t),
        *_facts(t),
        *_results(t),
        *_plan(t),
        *_targets(t),
        *_measures(t),
        *_comparison(t),
        *_last_plan(t),
        *_workshop(t),
    )


def _controls(t: Translator) -> tuple[Action, ...]:
    return (
        Action("tab", t("Next control"), keys=("Tab",)),
        Action("back_tab", t("Control before"), keys=("Shift+Tab",)),
        Action("escape", t("Leave what lies over the page, or beside it"), keys=("Esc",)),
    )


def _companies(t: Translator) -> tuple[Action, ...]:
    def key(name: str, text: str, *keys: str) -> Action:
        return Action(name, text, keys=keys, context=Context.COMPANIES, by_page=True)

    return (
        key("open_company", t("Open the company where work on it stopped"), "Enter"),
        key("walk_companies", t("Company above or below"), "Up", "Down"),
        key("find_company", t("Find a company; any letter begins that, too"), "Ctrl+F"),
        key("company_menu", t("What can be done with the company"), "Shift+F10"),
    )


def _questionnaire(desk: Desk, t: Translator) -> tuple[Action, ...]:
    here = Context.QUESTIONNAIRE

    def key(name: str, text: str, *keys: str) -> Action:
        return Action(name, text, keys=keys, context=here, by_page=True)

    return (
        key("level", t("Choose a level"), "1", "2", "3", "4", "5"),
        key("dont_know", t("Don’t know"), "D"),
        key("not_applicable", t("Not applicable, where that is possible"), "N"),
        key("comment", t("Write a comment; Esc leaves it"), "C"),
        key("evidence", t("Write down what shows it, or attach a file"), "E"),
        key("review", t("Mark the question for review, or no longer"), "R"),
        key("confirm", t("Say that an earlier year’s answer still holds"), "H"),
        key("withdraw", t("Take the answer back"), "Del"),
        key("neighbour", t("Question above or below"), "Up", "Down"),
        key("step", t("Walk through the levels without choosing"), "Left", "Right"),
        key("advance", t("Next question, then next area"), "Enter"),
        Action(
            "jump",
            t("Next question without an answer, or to confirm"),
            desk.jump,
            ("Ctrl+J",),
            here,
            lambda: desk.answering,
            by_page=True,
        ),
        Action(
            "next_marked",
            t("Next question marked for review"),
            desk.jump_to_marked,
            ("Ctrl+R",),
            here,
            lambda: desk.answering,
            by_page=True,
        ),
        Action(
            "find_question",
            t("Find a question"),
            desk.find_question,
            ("Ctrl+F",),
            here,
            lambda: desk.answering,
            by_page=True,
        ),
    )


def _decisions(t: Translator) -> tuple[Action, ...]:
    def key(name: str, text: str, *keys: str) -> Action:
        return Action(name, text, keys=keys, context=Context.DECISIONS, by_page=True)

    return (
        key("holder", t("Say who holds the part, and go on to the next"), "1", "2", "3", "4"),
        key("holder_unknown", t("Don’t know"), "D"),
        key("holder_confirm", t("Say that an earlier year’s answer still holds"), "H"),
        key("walk_parts", t("Part beside, decision above or below"), "Left", "Right", "Up", "Down"),
        key("holder_list", t("Open the list to choose from"), "Space"),
    )


def _facts(t: Translator) -> tuple[Action, ...]:
    def key(name: str, text: str, *keys: str) -> Action:
        return Action(name, text, keys=keys, context=Context.FACTS, by_page=True)

    return (
        key("fact_yes", t("Yes"), "Y"),
        key("fact_no", t("No"), "N"),
        key("fact_unknown", t("Don’t know"), "D"),
        key("fact_confirm", t("Say that an earlier year’s answer still holds"), "H"),
        key("fact_not_applicable", t("Not applicable, where that is possible"), "X"),
    )


def _results(t: Translator) -> tuple[Action, ...]:
    def key(name: str, text: str, *keys: str) -> Action:
        return Action(name, text, keys=keys, context=Context.RESULTS, by_page=True)

    return (
        key("why", t("Explain the score that has the keyboard"), "Enter"),
        key("suppose", t("What if: suppose a level"), "1", "2", "3", "4", "5"),
        key("suppose_step", t("What if: one stop lower or higher"), "Left", "Right"),
        key("suppose_not", t("What if: as it was answered"), "Backspace"),
    )


def _plan(t: Translator) -> tuple[Action, ...]:
    def key(name: str, text: str, *keys: str) -> Action:
        return Action(name, text, keys=keys, context=Context.PLAN, by_page=True)

    return (
        key("plan_open", t("Tell of the measure or project, beside the plan"), "Enter"),
        key("plan_move", t("Have the measure begin a quarter earlier or later"), "Left", "Right"),
        key("plan_free", t("Have the plan decide when the measure begins"), "Backspace"),
        key("plan_pass", t("Row above or below"), "Up", "Down"),
    )


def _targets(t: Translator) -> tuple[Action, ...]:
    def key(name: str, text: str, *keys: str) -> Action:
        return Action(name, text, keys=keys, context=Context.TARGETS, by_page=True)

    return (
        key("target_open", t("Agree on the target of the area, with its reason"), "Enter"),
        key("target_move", t("Move the target five points down or up"), "Left", "Right"),
        key("target_level", t("Set the target to where that level begins"), "2", "3", "4", "5"),
        key("target_away", t("Take the target away"), "Del"),
        key("target_pass", t("Area above or below"), "Up", "Down"),
    )


def _measures(t: Translator) -> tuple[Action, ...]:
    def key(name: str, text: str, *keys: str) -> Action:
        return Action(name, text, keys=keys, context=Context.MEASURES, by_page=True)

    return (
        key("measure_accept", t("Accept the measure"), "A"),
        key("measure_decline", t("Decline the measure, with a reason"), "D"),
        key("measure_adapt", t("Adapt the measure to the firm"), "E"),
        key("measure_reopen", t("Take the decision back"), "Del"),
        key("measure_open", t("Open what is said of the measure"), "Enter"),
        key("measure_several", t("Select several measures"), "Shift+Down"),
    )


def _last_plan(t: Translator) -> tuple[Action, ...]:
    def key(name: str, text: str, *keys: str) -> Action:
        return Action(name, text, keys=keys, context=Context.LAST_PLAN, by_page=True)

    return (
        key("became", t("Say what became of the measure"), "1", "2", "3", "4"),
        key("became_pass", t("Measure above or below"), "Up", "Down"),
        key("became_step", t("Walk through the words without choosing"), "Left", "Right"),
        key("became_next", t("Next measure, then on to the questions"), "Enter"),
    )


def _comparison(t: Translator) -> tuple[Action, ...]:
    def key(name: str, text: str, *keys: str) -> Action:
        return Action(name, text, keys=keys, context=Context.COMPARISON, by_page=True)

    return (
        key("compare_walk", t("Line above or below"), "Up", "Down"),
        key("compare_open", t("Show what both say to it, or hide it"), "Enter"),
        key("compare_swap", t("Swap A and B"), "X"),
    )


def _workshop(t: Translator) -> tuple[Action, ...]:
    def key(name: str, text: str, *keys: str) -> Action:
        return Action(name, text, keys=keys, context=Context.WORKSHOP, by_page=True)

    return (
        key("workshop_step", t("Question before, or next"), "Left", "Right"),
        key("workshop_clicker", t("The same, for a remote control"), "PgUp", "PgDown"),
        key("workshop_reveal", t("Show the votes, or hide them"), "Space"),
        key("workshop_agree", t("Agree on a level"), "1", "2", "3", "4", "5"),
        key("workshop_take_back", t("Take the agreed level back"), "Del"),
        key("workshop_reason", t("Write down the reason; Esc leaves it"), "R"),
        key("workshop_park", t("Put something off: the parking lot"), "P"),
        key("workshop_timer", t("Start the timer, or pause it"), "T"),
        key("workshop_length", t("Less or more time"), "-", "+"),
        key("workshop_list", t("List of questions"), "L"),
        key("workshop_order", t("Largest gap first, or as in the questionnaire"), "O"),
        key("workshop_names", t("Persons by name, or viewpoints alone"), "N"),
        key("workshop_closing", t("Wrap-up: agreed, put off, still open"), "W"),
        key("workshop_scroll", t("Scroll a long question"), "Up", "Down"),
    )
