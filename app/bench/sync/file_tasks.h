// What the benchmark does with attached files on the device's side.
#pragma once

#include "app/device/device_session.h"
#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

namespace frontsheet::bench {

// `count` photos of 6 MB on drafts of this device's worker: sealed and kept, then brought to their home.
[[nodiscard]] Result<nlohmann::ordered_json> filesUp(device::DeviceSession& session, Transport& transport,
                                                     std::size_t count);
// The same to another device of the worker, where nothing of them is.
[[nodiscard]] Result<nlohmann::ordered_json> filesDown(device::DeviceSession& session, Transport& transport,
                                                       std::size_t count);
// A note's edit, from save to answer: so many alone, then so many while photos are on their way all the time, over a connection of
// their own and giving way as in the app. An error where none was on its way at the end.
[[nodiscard]] Result<nlohmann::ordered_json> editsBesideFiles(device::DeviceSession& session, Transport& transport,
                                                              std::size_t count);

} // namespace frontsheet::bench
