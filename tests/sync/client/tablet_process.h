// A tablet in a process of its own, which can be killed, while the town's servers go on in this one. The two speak through a
// pair of sockets.
#pragma once

#include "tests/sync/client/revocation_town.h"

#include <string>
#include <vector>

namespace frontsheet::test {

enum class Ended : std::uint8_t { Killed, Done, ProfileClosed, Failed };

// Closes the tablet here, exchanges with each server there, and leaves it closed. `crashAt`: where it is killed (the name of
// a crash point); empty: nowhere.
[[nodiscard]] Ended exchangeInAProcess(TownTablet& tablet, const std::vector<AgencyId>& servers,
                                       const std::string& crashAt);

} // namespace frontsheet::test
