// Where a walk through records, in the order of their ids, goes on later, said so that the place names no record that whoever hears it
// was not given. An id is a time and then chance (RFC 9562, version 7): to hear it is to learn that the record is there and when it was made.
#pragma once

#include "core/base/id.h"

namespace frontsheet {

// A place at or before `looked`, the last that was looked at; at or after `told`, the last that the other side is given since `after`
// (null: none); and after `after`, so that every walk ends. Between it and `looked` lies nothing that the other side is given. As rough
// as can be, five hours; only where records lie closer than a millisecond is it one's own id.
[[nodiscard]] RecordId whereToGoOn(const RecordId& looked, const RecordId& after, const RecordId& told);

} // namespace frontsheet
