#include "app/viewmodels/closed_wording.h"

namespace frontsheet {

namespace {

QString nameOf(const HomeCount& count) { return shown(count.name.empty() ? count.home.str() : count.name); }

} // namespace

ClosedWords closedWords(const ClosedProfile& closed, const Wording& wording, bool tablet) {
    ClosedWords out;
    out.whom = shown(closed.name.empty() ? closed.agency.str() : closed.name);
    out.number = shown(closed.phone);
    out.lines << (tablet ? QCoreApplication::translate(
                               "Closed", "%1 ended this tablet's access %2. Everything that was on it is gone.",
                               "%1 agency, %2 date and time")
                         : QCoreApplication::translate(
                               "Closed", "%1 ended this laptop's access %2. Everything that was on it is gone.",
                               "%1 agency, %2 date and time"))
                     .arg(out.whom, wording.onDateTime(closed.at));
    for (const auto& count : closed.handedIn) {
        out.lines << QCoreApplication::translate(
                         "Closed", "%n item(s) you had not sent went to %1. A person there looks at them.", "%1 agency",
                         static_cast<int>(count.count))
                         .arg(nameOf(count));
    }
    for (const auto& count : closed.sealed) {
        out.lines << QCoreApplication::translate("Closed", "%n item(s) for %1 could not be sent and are sealed for %2.",
                                                 "%1 agency they were for, %2 the worker's agency",
                                                 static_cast<int>(count.count))
                         .arg(nameOf(count), out.whom);
    }
    if (closed.files > 0) {
        out.lines << QCoreApplication::translate(
                         "Closed",
                         "%n photo(s) or document(s) could not be sent. They lie sealed in the folder unsent.files of "
                         "this profile: take this device to %1.",
                         "%1 agency", static_cast<int>(closed.files))
                         .arg(out.whom);
    }
    if (closed.filesLost > 0) {
        out.lines << QCoreApplication::translate(
            "Closed", "%n photo(s) or document(s) could not be sent and could not be kept: this disk failed.",
            "closed profile", static_cast<int>(closed.filesLost));
    }
    if (!closed.file.empty()) {
        out.lines << QCoreApplication::translate(
                         "Closed",
                         "The sealed file is %1, in this profile's folder. Only %2 can open it: take "
                         "this device there.",
                         "%1 file name, %2 agency")
                         .arg(shown(closed.file), out.whom);
    } else if (closed.files + closed.filesLost == 0) {
        out.lines << QCoreApplication::translate("Closed", "Nothing you wrote is lost.",
                                                 "closed profile, nothing was sealed");
    }
    return out;
}

} // namespace frontsheet
