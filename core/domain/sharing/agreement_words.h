// The words of an agreement's text for what it enumerates: one table each, both ways. People read and sign these words, so
// none is ever changed; a new one is added.
#pragma once

#include "core/domain/sharing/agreement.h"
#include "core/domain/sharing/permission.h"

#include <optional>
#include <span>
#include <string_view>

namespace frontsheet::sharing {

template <class T>
struct Word {
    T value;
    std::string_view word;  // as in the text: "gp-practice"
    std::string_view words; // as said to people: "GP practice"
};

template <class T>
[[nodiscard]] std::span<const Word<T>> words();
template <>
std::span<const Word<AgencyKind>> words();
template <>
std::span<const Word<ControllerRole>> words();
template <>
std::span<const Word<Purpose>> words();
template <>
std::span<const Word<Article6>> words();
template <>
std::span<const Word<Article9>> words();
template <>
std::span<const Word<Schedule1>> words();
template <>
std::span<const Word<ConfidentialityBasis>> words();
template <>
std::span<const Word<ConfidentialityDuty>> words();
template <>
std::span<const Word<Relationship>> words();
template <>
std::span<const Word<PermissionMode>> words();
template <>
std::span<const Word<Access>> words();
template <>
std::span<const Word<WhenWithheld>> words();
template <>
std::span<const Word<FurtherRelease>> words();
template <>
std::span<const Word<AgreementForm>> words();
template <>
std::span<const Word<Category>> words();

template <class T>
[[nodiscard]] std::string_view wordOf(T value) {
    for (const auto& entry : words<T>()) {
        if (entry.value == value) {
            return entry.word;
        }
    }
    return "unknown";
}

template <class T>
[[nodiscard]] std::string_view plainWords(T value) {
    for (const auto& entry : words<T>()) {
        if (entry.value == value) {
            return entry.words;
        }
    }
    return "unknown";
}

template <class T>
[[nodiscard]] std::optional<T> fromWord(std::string_view word) {
    for (const auto& entry : words<T>()) {
        if (entry.word == word) {
            return entry.value;
        }
    }
    return std::nullopt;
}

} // namespace frontsheet::sharing
