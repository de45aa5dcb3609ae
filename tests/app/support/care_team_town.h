// How each of Edith's care team came to be on it, as the trust and her practice say it; and two who were involved before.
#pragma once

#include "tests/app/support/kitley.h"

namespace frontsheet::testing {

// Last of what furnishes the town: what is about Edith already is what people were asked for.
void sayHowEdithsTeamCame(Kitley& kitley);

} // namespace frontsheet::testing
