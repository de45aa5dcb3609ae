#include "app/device/named_words.h"

#include "core/domain/sharing/agreement_words.h"

#include <charconv>

namespace frontsheet::device {

namespace {

constexpr std::size_t kLargestCount = 1'000'000;

template <class Number>
Result<Number> read(const Arguments& arguments, std::string_view option) {
    const auto text = arguments.value(option);
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return {ErrorCode::InvalidArgument, std::string{option} + " takes a number"};
    }
    return number;
}

} // namespace

Result<Category> categoryNamed(std::string_view wanted) {
    const auto category = sharing::fromWord<Category>(wanted);
    return category ? Result<Category>{*category}
                    : Result<Category>{ErrorCode::InvalidArgument, "--category is not one of the information classes"};
}

Result<std::size_t> numberFrom(const Arguments& arguments, std::string_view option) {
    FS_ASSIGN(const auto number, read<std::size_t>(arguments, option));
    return number <= kLargestCount
               ? Result<std::size_t>{number}
               : Result<std::size_t>{ErrorCode::InvalidArgument, std::string{option} + " takes a number"};
}

Result<WallTime> momentFrom(const Arguments& arguments, std::string_view option) {
    FS_ASSIGN(const auto ms, read<std::int64_t>(arguments, option));
    return WallTime{ms};
}

} // namespace frontsheet::device
