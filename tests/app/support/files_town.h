// Photos and documents in Kitley, in every state in which one can be.
#pragma once

#include "tests/app/support/kitley.h"

namespace frontsheet::testing {

// On the council's note about Edith: a photo that is here, one that arrives, one that its author has not sent, one for which there is
// no room, a document with a long name. On the nurse's own: sent, on its way, refused. On a draft about Ivy: as many as a note takes.
void attachFiles(Kitley& kitley);

} // namespace frontsheet::testing
