// Conferences about Edith in Kitley: one to come about where she lives from October, one that was held in July.
#pragma once

#include "tests/app/support/kitley.h"

namespace frontsheet::testing {

struct ConferenceTown {
    // Ruth Okafor chairs both.
    explicit ConferenceTown(Kitley& kitley);

    RecordId toCome; // tomorrow at half past ten
    RecordId held;
    RecordId ediths; // her own invitation to the one to come
    RecordId martins;
    RecordId nurses; // Bronwen Price has not answered

private:
    template <class Fill>
    RecordId write(RecordType type, int daysAgo, Fill fill);
    RecordId conference(int daysAhead, const char* about, const char* place, const char* why, const char* state);
    RecordId asks(const RecordId& conference, const char* worker, const char* agency, const char* name,
                  const char* relation, const char* as, const char* answer, const char* attended = "",
                  const char* sent = "");
    void decided(const RecordId& conference, int order, const char* text, const char* whose = "", const char* name = "",
                 const char* relation = "", const char* dissent = "");
    void action(const RecordId& conference, const char* what, const char* agency, const char* worker, const char* state,
                const char* due, const char* report = "");
    Kitley& m_kitley;
    PersonId m_edith;
};

} // namespace frontsheet::testing
