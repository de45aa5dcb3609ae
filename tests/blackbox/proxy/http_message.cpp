#include "tests/blackbox/proxy/http_message.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>
#include <cstdlib>
#include <string.h>

namespace frontsheet::blackbox {

namespace {

constexpr std::size_t kMostHead = 64 * 1024;
constexpr std::size_t kMostBody = 64 * 1024 * 1024;

// Where the value of a field begins and ends in a head; npos when it has none.
std::pair<std::size_t, std::size_t> placeOf(const std::string& head, std::string_view name) {
    for (auto line = head.find("\r\n"); line != std::string::npos; line = head.find("\r\n", line + 2)) {
        const auto at = line + 2;
        if (head.size() > at + name.size() && head[at + name.size()] == ':' &&
            ::strncasecmp(head.c_str() + at, name.data(), name.size()) == 0) {
            const auto from = head.find_first_not_of(' ', at + name.size() + 1);
            return {from, head.find("\r\n", from)};
        }
    }
    return {std::string::npos, std::string::npos};
}

bool readSome(ssl_st* connection, std::string& into) {
    std::array<char, 16'384> buffer{};
    const int got = SSL_read(connection, buffer.data(), static_cast<int>(buffer.size()));
    if (got <= 0) {
        ERR_clear_error();
        return false;
    }
    into.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
}

} // namespace

std::string HttpMessage::path() const {
    const auto from = head.find(' ');
    const auto to = from == std::string::npos ? from : head.find(' ', from + 1);
    return to == std::string::npos ? std::string{} : head.substr(from + 1, to - from - 1);
}

std::string HttpMessage::field(std::string_view name) const {
    const auto [from, to] = placeOf(head, name);
    return from == std::string::npos ? std::string{} : head.substr(from, to - from);
}

void HttpMessage::setField(std::string_view name, std::string_view value) {
    const auto [from, to] = placeOf(head, name);
    if (from == std::string::npos) {
        head.insert(head.size() - 2, std::string{name} + ": " + std::string{value} + "\r\n");
    } else {
        head.replace(from, to - from, value);
    }
}

void HttpMessage::become(std::string newBody) {
    body = std::move(newBody);
    setField("Content-Length", std::to_string(body.size()));
}

HttpMessage HttpMessage::answer(std::string_view statusLine, std::string_view fields, std::string body) {
    HttpMessage message;
    message.head = "HTTP/1.1 " + std::string{statusLine} + "\r\n" + std::string{fields} + "\r\n";
    message.become(std::move(body));
    return message;
}

std::optional<HttpMessage> readMessage(ssl_st* connection) {
    std::string all;
    auto end = std::string::npos;
    while ((end = all.find("\r\n\r\n")) == std::string::npos) {
        if (all.size() > kMostHead || !readSome(connection, all)) {
            return std::nullopt;
        }
    }
    HttpMessage message{all.substr(0, end + 4), all.substr(end + 4)};
    const auto said = message.field("Content-Length");
    const auto length = std::strtoull(said.c_str(), nullptr, 10);
    if (said.empty() || length > kMostBody) {
        return std::nullopt;
    }
    while (message.body.size() < length) {
        if (!readSome(connection, message.body)) {
            return std::nullopt;
        }
    }
    if (message.body.size() > length) {
        return std::nullopt; // neither side sends ahead of an answer
    }
    return message;
}

bool writeAll(ssl_st* connection, std::string_view bytes) {
    std::size_t written = 0;
    const bool whole = bytes.empty() || SSL_write_ex(connection, bytes.data(), bytes.size(), &written) == 1;
    ERR_clear_error();
    return whole;
}

} // namespace frontsheet::blackbox
