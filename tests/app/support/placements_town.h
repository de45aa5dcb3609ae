// Who was discharged to Kitley's care homes, as the council's reviewing officers have them: one or more at every stage.
#pragma once

#include "tests/app/support/kitley.h"

namespace frontsheet::testing {

struct PlacementsTown {
    // Adds them to Kitley; they are Tom Ainsley's but for one.
    explicit PlacementsTown(Kitley& kitley);
    [[nodiscard]] static Principal officer(); // Tom Ainsley
    // As many more, a year's discharges of a large council.
    void crowd(int people);

    RecordId arthur;    // first review four days overdue; nobody had asked him
    RecordId winifred;  // working towards home, five of seven ready, her review a day overdue
    RecordId sylvia;    // on trial at home
    RecordId leonard;   // just placed; his wish was not asked
    RecordId constance; // died
    PersonId arthurHimself, winifredHerself;

private:
    struct Somebody {
        const char* family;
        const char* given;
        const char* born;
        const char* home;
        int daysAgo; // discharged
        int dueIn;   // days until the next review; 0: none
        const char* stage;
        const char* wish;
    };
    RecordId place(const Somebody& who, const char* officer = "W005");
    void wayHome(const RecordId& placement, int ready);
    Record blank(RecordType type, const PersonId& person, int daysAgo);
    [[nodiscard]] Record held(const RecordId& id) const;
    Kitley& m_kitley;
};

} // namespace frontsheet::testing
