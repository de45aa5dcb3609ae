// Messages as a nurse's day makes them, for the tests of the wire.
#pragma once

#include "core/base/id_source.h"
#include "sync/wire/messages.h"

namespace frontsheet::wire::story {

inline const AgencyId kTrust{"community_trust"};
inline const AgencyId kCouncil{"council"};

template <class Id>
Id id(std::uint8_t last) {
    Id made;
    made.bytes[0] = 0x01;
    made.bytes[15] = last;
    return made;
}

// A signed note with what names and notes are made of: apostrophes, accents, right-to-left and CJK, several lines.
FieldSet visitNote();
IncomingRecord received(std::uint8_t last, RecordType type, const FieldSet& fields);
Intent writesNote(std::uint8_t op, const AgencyId& home = kTrust);
SyncRequest morningPush();
SyncReply firstPages();

} // namespace frontsheet::wire::story
