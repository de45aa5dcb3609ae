// Words, numbers and moments in the options of verbs. InvalidArgument with the option's name for anything else.
#pragma once

#include "app/device/arguments.h"
#include "core/domain/schema/field.h"

namespace frontsheet::device {

[[nodiscard]] Result<Category> categoryNamed(std::string_view wanted);
[[nodiscard]] Result<std::size_t> numberFrom(const Arguments& arguments, std::string_view option); // up to a million
[[nodiscard]] Result<WallTime> momentFrom(const Arguments& arguments, std::string_view option);    // milliseconds

} // namespace frontsheet::device
