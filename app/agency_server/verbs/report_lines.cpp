#include "app/agency_server/verbs/report_lines.h"

#include "core/domain/canonical.h"

#include <vector>

namespace frontsheet {

using report::Cohort;
using report::Fate;
using report::LoopFigures;
using report::Pace;
using report::ReferralLoop;
using report::Shown;
using report::ToldTo;
using report::WishKept;

namespace {

// One object on one line; keys are ours.
class JsonObject {
public:
    JsonObject& raw(std::string_view key, std::string_view json) {
        m_text += m_text.empty() ? "{" : ",";
        m_text += jsonQuoted(key) + ":" + std::string{json};
        return *this;
    }
    JsonObject& text(std::string_view key, std::string_view value) { return raw(key, jsonQuoted(value)); }
    JsonObject& count(std::string_view key, Shown value) { return raw(key, value ? std::to_string(*value) : "null"); }
    JsonObject& number(std::string_view key, std::optional<std::int32_t> value) {
        return raw(key, value ? std::to_string(*value) : "null");
    }
    [[nodiscard]] std::string done() const { return m_text.empty() ? "{}" : m_text + "}"; }

private:
    std::string m_text;
};

std::string listed(const std::vector<std::string>& members) {
    std::string text;
    for (const auto& member : members) {
        text += (text.empty() ? "" : ",") + member;
    }
    return "[" + text + "]";
}

constexpr std::string_view kNotShown = "(not shown)";

std::string words(Shown count) { return count ? std::to_string(*count) : std::string{kNotShown}; }

// "  12 people were discharged.\n"; nothing of none.
std::string line(std::string_view indent, Shown count, std::string_view rest) {
    return count == Shown{0} ? std::string{} : std::string{indent} + words(count) + " " + std::string{rest} + "\n";
}

std::string whyNotShown(const std::string& text) {
    return text.find(kNotShown) == std::string::npos
               ? std::string{}
               : "  (not shown): fewer than 5, or it would tell such a number. --people shows all, to those who answer "
                 "for them.\n";
}

std::string heading(const AgencyId& agency, const report::ReportPeriod& period) {
    return agency.str() + ", " + period.from + " to " + period.until + "\n";
}

constexpr std::string_view kFateKeys[] = {
    "died_within_two_months", "died_day_not_known", "returned_home",   "died_later", "moved", "in_hospital",
    "at_home_on_trial",       "still_there",        "nothing_recorded"};
constexpr std::string_view kFateWords[] = {"died within two months",
                                           "died, and whether within two months cannot be told",
                                           "went home again",
                                           "died later",
                                           "moved to live somewhere else",
                                           "went back to hospital",
                                           "are trying it at home",
                                           "are still there",
                                           "have nothing recorded of them since"};
constexpr std::string_view kWishKeys[] = {"went_home_as_wished", "went_home_partly_as_wished",
                                          "went_home_against_their_wish", "went_home_wish_not_recorded"};

} // namespace

std::string cohortInWords(const AgencyId& agency, const Cohort& cohort, ToldTo whom) {
    std::string out = "Discharged from hospital to care: " + heading(agency, cohort.period);
    const auto is = figuresOf(cohort, whom);
    if (cohort.people.empty()) {
        out += "  Nobody was discharged to care in these days, by the records of this agency.\n";
    } else {
        out += "  " + words(is.discharged) + " people were discharged.\n";
        out += "  " + words(is.of(Fate::DiedWithin)) + " of them died within two months.\n";
        out += line("  ", is.of(Fate::DiedUnclear), kFateWords[static_cast<std::size_t>(Fate::DiedUnclear)]);
        out += "  " + words(is.others) + " lived beyond that, for all that is recorded. Of these\n";
        out += "    " + words(is.of(Fate::ReturnedHome)) + " went home again: " + words(is.homeAs(WishKept::Met)) +
               " as they wished, " + words(is.homeAs(WishKept::PartlyMet)) + " partly, " +
               words(is.homeAs(WishKept::Against)) + " against their wish, " + words(is.homeAs(WishKept::NotSaid)) +
               " of whom that is not recorded\n";
        out += line("       ", is.placedAgain, "were placed again after it");
        for (const Fate fate :
             {Fate::StillThere, Fate::AtHomeOnTrial, Fate::Moved, Fate::InHospital, Fate::DiedLater, Fate::NotSaid}) {
            out += line("    ", is.of(fate), kFateWords[static_cast<std::size_t>(fate)]);
        }
        out += line("  ", is.early, "left hospital less than two months ago: this is not the last word on them");
    }
    out += line("  ", is.straightHome, "more went straight home from hospital");
    out += line("  ", is.undated, "placements have no full date of discharge, and are in no period");
    out += line("  ", is.doubtful, "by the records died before they were discharged: one of the dates is wrong");
    if (whom == ToldTo::TheirOwnWorkers) {
        for (const auto& person : cohort.people) {
            if (person.fate == Fate::ReturnedHome && person.wish == WishKept::Against) {
                out += "  home against their wish: person " + person.person.hex() + ", placement " +
                       person.placement.hex() + ", discharged " + person.dischargedOn + ", home " + person.since + "\n";
            }
        }
    }
    return out + whyNotShown(out);
}

std::string cohortInJson(const AgencyId& agency, const Cohort& cohort, ToldTo whom) {
    const auto is = figuresOf(cohort, whom);
    JsonObject out;
    out.text("report", "cohort").text("agency", agency.str());
    out.text("from", cohort.period.from).text("to", cohort.period.until).text("as_of", cohort.today);
    out.text("small_numbers", whom == ToldTo::Anybody ? "not shown" : "shown");
    out.count("discharged", is.discharged).count("others", is.others);
    for (const Fate fate : report::kFates) {
        out.count(kFateKeys[static_cast<std::size_t>(fate)], is.of(fate));
    }
    for (const WishKept wish : report::kWishes) {
        out.count(kWishKeys[static_cast<std::size_t>(wish)], is.homeAs(wish));
    }
    out.count("placed_again", is.placedAgain).count("discharged_less_than_two_months_ago", is.early);
    out.count("straight_home", is.straightHome).count("placements_without_date", is.undated);
    out.count("died_before_discharge", is.doubtful);
    if (whom == ToldTo::TheirOwnWorkers) {
        std::vector<std::string> people;
        for (const auto& person : cohort.people) {
            JsonObject one;
            one.text("person", person.person.hex()).text("placement", person.placement.hex());
            one.text("discharged_on", person.dischargedOn);
            one.text("fate", kFateKeys[static_cast<std::size_t>(person.fate)]).text("since", person.since);
            if (person.fate == Fate::ReturnedHome) {
                one.text("wish", kWishKeys[static_cast<std::size_t>(person.wish)]);
            }
            people.push_back(one.done());
        }
        out.raw("people", listed(people));
    }
    return out.done() + "\n";
}

namespace {

constexpr std::string_view kStepKeys[] = {"acknowledged", "first_contact", "ended"};
constexpr std::string_view kStepWords[] = {"acknowledged", "the person contacted", "ended with an outcome or a reason"};
constexpr std::string_view kPaceKeys[] = {"working_days", "minutes"};
constexpr std::string_view kOpenForKeys[] = {"up_to_2", "3_to_5", "6_to_10", "11_to_20", "longer"};
constexpr std::string_view kOpenForWords[] = {"for up to 2 working days", "for 3 to 5", "for 6 to 10", "for 11 to 20",
                                              "for longer"};

// "the same day", "3 working days", "1 d 2 h 20 min".
std::string took(std::int32_t value, Pace pace) {
    if (pace == Pace::WorkingDays) {
        return value == 0 ? "the same day" : value == 1 ? "1 working day" : std::to_string(value) + " working days";
    }
    const auto days = value / (24 * 60);
    const auto hours = value / 60 % 24;
    return (days > 0 ? std::to_string(days) + " d " : std::string{}) +
           (value >= 60 ? std::to_string(hours) + " h " : std::string{}) + std::to_string(value % 60) + " min";
}

std::string loopWords(const LoopFigures& is) {
    std::string out = "    " + words(is.arrived) + " arrived: " + words(is.completed) + " completed, " +
                      words(is.declined) + " declined with a reason, " + words(is.withdrawn) + " withdrawn, " +
                      words(is.stillOpen) + " still open\n";
    for (const auto& step : is.steps) {
        out += "    " + std::string{kStepWords[static_cast<std::size_t>(step.step)]} + ": ";
        out += step.middle ? "half within " + took(*step.middle, step.pace) : "fewer than half so far";
        out +=
            step.slowEnd ? ", nine of ten within " + took(*step.slowEnd, step.pace) + "\n" : ", nine of ten not yet\n";
    }
    out += "    feedback: " + words(is.feedbackGiven) + " given, " + words(is.feedbackRead) + " read by the sender\n";
    out += "    open now, from these days and before: " + words(is.open) + "; " + words(is.overdue) +
           " past the time to answer, " + words(is.unowned) + " without a worker, " + words(is.waitsForSender) +
           " waiting for the sender\n";
    for (const auto age : report::kOpenFor) {
        const auto at = static_cast<std::size_t>(age);
        out += is.openFor[at] == Shown{0}
                   ? std::string{}
                   : "      " + std::string{kOpenForWords[at]} + ": " + words(is.openFor[at]) + "\n";
    }
    return out;
}

std::string loopJson(const LoopFigures& is, JsonObject out) {
    out.count("arrived", is.arrived).count("completed", is.completed).count("declined", is.declined);
    out.count("withdrawn", is.withdrawn).count("still_open", is.stillOpen);
    out.count("feedback_given", is.feedbackGiven).count("feedback_read", is.feedbackRead);
    out.count("open", is.open).count("overdue", is.overdue).count("unowned", is.unowned);
    out.count("waits_for_sender", is.waitsForSender);
    JsonObject ages;
    for (const auto age : report::kOpenFor) {
        ages.count(kOpenForKeys[static_cast<std::size_t>(age)], is.openFor[static_cast<std::size_t>(age)]);
    }
    out.raw("open_for_working_days", ages.done());
    std::vector<std::string> times;
    for (const auto& step : is.steps) {
        JsonObject one;
        one.text("step", kStepKeys[static_cast<std::size_t>(step.step)]);
        one.text("in", kPaceKeys[static_cast<std::size_t>(step.pace)]);
        one.number("median", step.middle).number("centile_90", step.slowEnd);
        one.count("measured", step.measured).count("of", step.all);
        times.push_back(one.done());
    }
    out.raw("times", listed(times));
    return out.done();
}

} // namespace

std::string referralsInWords(const AgencyId& agency, const ReferralLoop& loop, const Directory& directory,
                             ToldTo whom) {
    std::string out = "Referrals sent: " + heading(agency, loop.period);
    if (loop.courses.empty()) {
        return out + "  Nothing was sent in these days, and nothing from before is still open.\n";
    }
    out += "  all\n" + loopWords(figuresOf(loop, ReferralLoop::kAllServices, whom));
    const auto told = servicesTold(loop, whom);
    for (const auto at : told) {
        const auto& service = loop.services[at];
        const auto* entry = directory.service(service.service);
        const auto name = directory.agency(service.agency).name;
        out += "  " + (name.empty() ? service.agency.str() : name);
        out += service.service.empty() ? "" : ", " + (entry != nullptr ? entry->name : service.service.str());
        out += service.asked == report::Asked::Concern ? ", concerns\n" : "\n";
        out += loopWords(figuresOf(loop, at, whom));
    }
    if (told.size() < loop.services.size()) {
        out += "  Services with few referrals are not shown one by one; they are among all.\n";
    }
    if (whom == ToldTo::TheirOwnWorkers) {
        for (const auto& course : loop.courses) {
            if (isOpen(course.state)) {
                out += "  open: referral " + course.referral.hex() + ", person " + course.person.hex() + ", " +
                       std::to_string(course.openDays) + " working days, " + std::string{name(course.state)} +
                       (course.overdue ? ", past the time to answer\n" : "\n");
            }
        }
    }
    return out + whyNotShown(out);
}

std::string referralsInJson(const AgencyId& agency, const ReferralLoop& loop, ToldTo whom) {
    JsonObject out;
    out.text("report", "referrals").text("agency", agency.str());
    out.text("from", loop.period.from).text("to", loop.period.until);
    out.text("small_numbers", whom == ToldTo::Anybody ? "not shown" : "shown");
    out.raw("all", loopJson(figuresOf(loop, ReferralLoop::kAllServices, whom), {}));
    std::vector<std::string> services;
    for (const auto at : servicesTold(loop, whom)) {
        const auto& service = loop.services[at];
        JsonObject one;
        one.text("to_agency", service.agency.str()).text("to_service", service.service.str());
        one.text("kind", service.asked == report::Asked::Concern ? "concern" : "referral");
        services.push_back(loopJson(figuresOf(loop, at, whom), one));
    }
    out.count("services_not_shown", Shown{loop.services.size() - services.size()});
    out.raw("services", listed(services));
    if (whom == ToldTo::TheirOwnWorkers) {
        std::vector<std::string> open;
        for (const auto& course : loop.courses) {
            if (isOpen(course.state)) {
                JsonObject one;
                one.text("referral", course.referral.hex()).text("person", course.person.hex());
                one.text("state", name(course.state)).number("working_days", course.openDays);
                one.raw("overdue", course.overdue ? "true" : "false");
                open.push_back(one.done());
            }
        }
        out.raw("open_loops", listed(open));
    }
    return out.done() + "\n";
}

} // namespace frontsheet
