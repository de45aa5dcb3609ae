#include "core/domain/care/managing.h"

namespace frontsheet::care {

bool mayManage(const Principal& worker) {
    constexpr std::string_view kManager = "manager";
    return worker.role == kManager || worker.role.ends_with(std::string{" "}.append(kManager));
}

bool reviewsPlacements(const Principal& worker) {
    return worker.role.find("reviewing officer") != std::string::npos || worker.role == "team manager";
}

} // namespace frontsheet::care
