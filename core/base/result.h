// Result<T>: a value or an Error, in the shape of std::expected (which GCC 12 does not have).
// Exceptions are kept for bugs; anything that can go wrong in the world comes back as a Result.
#pragma once

#include "core/base/error_code.h"

#include <cassert>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace frontsheet {

// What went wrong. `context` is for engineers: a fixed phrase, a number, a path inside the product's own folders;
// never a name, an address, a note's words or a key.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string context;

    friend bool operator==(const Error&, const Error&) = default;
};

[[nodiscard]] std::string describe(const Error& error);

template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}
    Result(ErrorCode code, std::string context = {})
        : m_state(std::in_place_index<1>, Error{code, std::move(context)}) {}

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    [[nodiscard]] T& value() & { return checked(); }
    [[nodiscard]] const T& value() const& { return checked(); }
    [[nodiscard]] T&& value() && { return std::move(checked()); }
    T& operator*() & { return checked(); }
    const T& operator*() const& { return checked(); }
    T&& operator*() && { return std::move(checked()); }
    T* operator->() { return &checked(); }
    const T* operator->() const { return &checked(); }

    [[nodiscard]] const Error& error() const& {
        assert(!has_value());
        return std::get<1>(m_state);
    }
    [[nodiscard]] Error error() && { return std::get<1>(std::move(m_state)); }

    template <class U>
    [[nodiscard]] T value_or(U&& fallback) const& {
        return has_value() ? std::get<0>(m_state) : static_cast<T>(std::forward<U>(fallback));
    }

private:
    T& checked() {
        assert(has_value());
        return std::get<0>(m_state);
    }
    const T& checked() const {
        assert(has_value());
        return std::get<0>(m_state);
    }

    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    using value_type = void;

    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}
    Result(ErrorCode code, std::string context = {}) : m_error{code, std::move(context)}, m_ok(false) {}

    [[nodiscard]] bool has_value() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    [[nodiscard]] const Error& error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

inline Result<void> ok() { return {}; }

} // namespace frontsheet

#define FS_CONCAT_INNER(a, b) a##b
#define FS_CONCAT(a, b) FS_CONCAT_INNER(a, b)
// Names come from __COUNTER__ and not __LINE__, so that both may stand in a lambda that is itself an argument of one.
#define FS_TRY_AS(name, expression)            \
    do {                                       \
        if (auto name = (expression); !name) { \
            return std::move(name).error();    \
        }                                      \
    } while (false)
#define FS_ASSIGN_AS(name, declaration, expression) \
    auto name = (expression);                       \
    if (!name) {                                    \
        return std::move(name).error();             \
    }                                               \
    declaration = std::move(name).value()

// FS_TRY(expression): returns its Error from the enclosing function; for Result<void>.
#define FS_TRY(expression) FS_TRY_AS(FS_CONCAT(fsResult_, __COUNTER__), expression)
// FS_ASSIGN(auto row, statement.next()): declares from a Result's value, or returns its Error.
#define FS_ASSIGN(declaration, expression) FS_ASSIGN_AS(FS_CONCAT(fsAssigned_, __COUNTER__), declaration, expression)
