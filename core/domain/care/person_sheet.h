// What everybody who comes to the door must know of one human, as a page shows it: alerts, allergies, medicines, what was decided in
// advance, how to be understood, whom to ring, what matters to them. Every agency's stands beside the others'. Pure.
#pragma once

#include "core/domain/alert.h"
#include "core/domain/record.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::care {

struct PersonSheet {
    std::vector<Record> deaths;    // that stand, first recorded first
    std::vector<Record> episodes;  // of hospital at home, running, the newest first
    std::vector<Record> aboutMe;   // the newest of each agency, newest first
    std::vector<Record> risks;     // current: to who visits first, then by kind
    std::vector<Alert> registered; // what agencies' own registrations warn of; not how to get in
    std::vector<Record> allergies; // current: severe first, "none known" last
    bool allergyDisputed = false;  // one agency knows of none, another of one
    std::vector<Record> medicines; // not stopped, by name
    std::vector<Record> decided;   // in advance, and standing: what counts in the first minute first
    std::vector<Record>
        asCarer; // what was assessed of them as a carer and is private to them as one: drafts first, then the newest
    std::vector<Record> communication; // standing, newest first
    std::vector<Record> contacts;      // to ring in an emergency first, in their order
};

// `records`: everything held about the human.
[[nodiscard]] PersonSheet personSheet(std::span<const Record> records);

// A plan, a crisis part, a risk or a placement as it was last looked at and is to be looked at next.
struct ReviewLine {
    Record record;
    std::string last; // ISO date; empty: never
    std::string next; // empty: none is set
    int daysLate = 0;
};
// Late ones first, then by the next day, then what has none.
[[nodiscard]] std::vector<ReviewLine> reviewsAbout(std::span<const Record> records, std::string_view today);

} // namespace frontsheet::care
