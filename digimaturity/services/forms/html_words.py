"""What the form in the browser says besides the questionnaire, in one language."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.i18n import Translator


def html_words(t: Translator) -> Mapping[str, str]:
    """The texts by the keys of the script, with placeholders in braces left as they are."""
    return {**_frame(t), **_beginning(t), **_questions(t), **_end(t)}


def _frame(t: Translator) -> dict[str, str]:
    return {
        "skip": t("To the questions"),
        "part": t("Part {number} of {all}"),
        "parts": t("All parts"),
        "progress": t("Progress"),
        "far": t("{done} of {all} answered"),
        "answered": t("{done} of {all} answered"),
        "minutesLeft": t("about {minutes} minutes left"),
        "minuteLeft": t("about a minute left"),
        "nextOpen": t("Next open question"),
        "firstOpen": t("Go to the first open question"),
        "back": t("Back"),
        "next": t("Next"),
        "kept": t("Kept in this browser"),
        "unkept": t("not kept"),
        "notKept": t(
            "This browser keeps nothing, as in a private window. "
            "Save your answers as a file before you close the page."
        ),
    }


def _beginning(t: Translator) -> dict[str, str]:
    return {
        "beginning": t("Start"),
        "begin": t("Begin"),
        "goOn": t("Go on"),
        "forPerson": t("Questionnaire for {person}, {company}"),
        "forCompany": t("Questionnaire for {company}"),
        "yourViewpoint": t("You answer from the viewpoint of: {viewpoint}"),
        "length": t(
            "{all} questions, about {minutes} minutes. You can stop at any time and go on later. "
            "If you have less time, answer what you know best and go to “Save and send back”: a "
            "half-filled form counts, too."
        ),
        "welcomeBack": t("{done} of {all} questions are answered; your answers are still here."),
        "fromFile": t("Go on with a saved file …"),
        "notThisForm": t(
            "That is no file saved from this form. Choose the one whose name ends with "
            "“.digimaturity-answers.json”."
        ),
        "how": t("How to answer"),
        "howLevel": t(
            "Choose the highest level of which every word is true today. What is planned does not "
            "count."
        ),
        "howUnknown": t("Choose “Don’t know” rather than guess. It lowers no score."),
        "howOpen": t(
            "Answer as you see it. IT, departments and management often see the same firm "
            "differently; that is what the talk afterwards is about."
        ),
        "keys": t("With the keyboard"),
        "keyChoose": t("1 to 9 = choose an answer"),
        "keyUnknown": t("D = don’t know"),
        "keyNot": t("N = not applicable, where that is possible"),
        "keyComment": t("C = write a comment; Esc leaves it"),
        "keyClear": t("Del = take the answer back"),
        "keyNext": t("Enter = next question, then next part"),
        "privacy": t("What happens to your answers"),
        "private1": t("This page is a file on your device. It sends nothing, and loads nothing."),
        "private2": t(
            "Your answers are kept in this browser, on this device, until you delete them by "
            "“Start again”. Nobody gets them before you save them as a file and send it back "
            "yourself."
        ),
        "private3": t(
            "In the file are your answers and comments, your viewpoint, and the number of this "
            "form ({code}), by which its recipient knows that it is yours. Your name is not in it."
        ),
        "private4": t(
            "The report prints no name beside an answer, but tells results by viewpoint, and can "
            "print comments word for word. Where only one or two people answer for a viewpoint, "
            "others can work out what they said."
        ),
    }


def _questions(t: Translator) -> dict[str, str]:
    return {
        "question": t("Question {number}"),
        "help": t("Why this matters, and what to look at"),
        "why": t("Why this matters"),
        "evidence": t("What to look at"),
        "tickAll": t("Tick everything that is true."),
        "none_of_these": t("None of these"),
        "dont_know": t("Don’t know"),
        "not_applicable": t("Not applicable"),
        "comment": t("Comment"),
        "reason": t("Why does it not apply?"),
        "clear": t("Take the answer back"),
        "noNumber": t("Please enter a number, or leave the field empty."),
        "outside": t("Please enter a number between {low} and {high}."),
        "tooLow": t("Please enter {low} or more."),
        "tooHigh": t("Please enter {high} or less."),
        "decision": t("Decision {number}"),
        "decisionsAbout": t(
            "As it is in your firm today: who decides, who pays, who carries it out, and who owns "
            "the figure. What management decides without IT counts with the departments. There is "
            "no right answer."
        ),
    }


def _end(t: Translator) -> dict[str, str]:
    return {
        "end": t("Save and send back"),
        "complete": t("All {all} questions are answered. Thank you."),
        "partly": t(
            "{done} of {all} questions are answered. You can send it back like this; what is open "
            "stays open, and you can send it again with more answers."
        ),
        "oddNumbers": t(
            "Question {numbers}: what is written there is no number that fits, and will not be in "
            "the file."
        ),
        "save": t("Save answers as a file"),
        "copy": t("Copy answers as text"),
        "text": t("Your answers as text"),
        "savedTitle": t("Saved. What to do now"),
        "savedWhere": t(
            "The file is where your browser keeps downloads. It is called “{file}”; a number may "
            "have been added."
        ),
        "savedSend": t("Send it back to {recipient}, for example attached to an e-mail."),
        "recipient": t("the person from whom you have this form"),
        "savedKeep": t(
            "Keep this page until you hear that the file has arrived. If you change answers, save "
            "and send once more."
        ),
        "copied": t("Copied. Paste the whole text into a message to {recipient}."),
        "changedSince": t("You have changed answers since; save and send once more."),
        "restart": t("Start again …"),
        "restartTitle": t("Delete all answers in this browser?"),
        "restartWhat": t(
            "What you have said in this form is gone then. Files that you have saved stay."
        ),
        "restartYes": t("Delete all answers"),
        "restartNo": t("Keep them"),
        "restarted": t("All answers are deleted."),
    }
