// Just enough of HTTP/1.1 to break it: a head, and a body whose length the head says. Both programs send no other.
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>

struct ssl_st;

namespace frontsheet::blackbox {

struct HttpMessage {
    std::string head; // with its empty line
    std::string body;

    [[nodiscard]] std::string path() const; // of a request
    [[nodiscard]] std::string field(std::string_view name) const;
    void setField(std::string_view name, std::string_view value);
    // A body of another length, and a head that agrees.
    void become(std::string newBody);
    [[nodiscard]] std::string bytes() const { return head + body; }

    // An answer of our own.
    [[nodiscard]] static HttpMessage answer(std::string_view statusLine, std::string_view fields, std::string body);
};

// The next one of the connection; nullopt when it ends or times out first, or does not say its length.
[[nodiscard]] std::optional<HttpMessage> readMessage(ssl_st* connection);
[[nodiscard]] bool writeAll(ssl_st* connection, std::string_view bytes);

} // namespace frontsheet::blackbox
