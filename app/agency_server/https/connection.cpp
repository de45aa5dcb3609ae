#include "app/agency_server/https/connection.h"

#include "app/agency_server/https/https_limits.h"
#include "core/base/byte_size.h"
#include "core/base/crash_point.h"
#include "core/base/log.h"
#include "sync/wire/http_mapping.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace frontsheet {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

// ConnectionShared

void ConnectionShared::enter(Connection* connection) {
    const std::lock_guard lock(m_mutex);
    m_all.insert(connection);
    open = m_all.size();
}

void ConnectionShared::leave(Connection* connection) {
    const std::lock_guard lock(m_mutex);
    m_all.erase(connection);
    open = m_all.size();
    if (m_all.empty()) {
        m_emptied.notify_all();
    }
}

std::vector<std::shared_ptr<Connection>> ConnectionShared::all() {
    std::vector<std::shared_ptr<Connection>> alive;
    const std::lock_guard lock(m_mutex);
    for (Connection* connection : m_all) {
        if (auto one = connection->alive()) {
            alive.push_back(std::move(one));
        }
    }
    return alive;
}

void ConnectionShared::closeIdle() {
    for (const auto& connection : all()) {
        connection->end(Connection::Ending::WhenIdle);
    }
}

void ConnectionShared::waitUntilEmpty(std::chrono::steady_clock::time_point deadline) {
    const auto empty = [this] { return m_all.empty(); };
    {
        std::unique_lock lock(m_mutex);
        if (m_emptied.wait_until(lock, deadline, empty)) {
            return;
        }
    }
    const auto late = all();
    logEvent("stop-cuts-connections", {{"connections", static_cast<std::int64_t>(late.size())}});
    for (const auto& connection : late) {
        connection->end(Connection::Ending::Now);
    }
    std::unique_lock lock(m_mutex);
    m_emptied.wait_for(lock, std::chrono::seconds{5}, empty);
}

// Connection

struct Connection::State : std::enable_shared_from_this<Connection::State> {
    using Stream = beast::ssl_stream<beast::tcp_stream>;

    State(asio::ip::tcp::socket socket, std::shared_ptr<TlsGeneration> generation, ConnectionShared& all)
        : tls(std::move(generation)), stream(beast::tcp_stream{std::move(socket)}, tls->context), shared(all),
          handle(*this) {
        shared.enter(&handle);
    }
    ~State() { shared.leave(&handle); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    std::shared_ptr<TlsGeneration> tls;
    Stream stream;
    ConnectionShared& shared;
    Connection handle;
    beast::flat_buffer buffer;
    bool idle = false; // on the strand only

    asio::awaitable<void> run();
    asio::awaitable<bool> serveOne(const Caller& caller);
    asio::awaitable<Response> answer(const http::request<http::string_body>& request, const Caller& caller);
    asio::awaitable<bool> send(Response response, bool keepAlive);
    asio::awaitable<void> refuseUnread(ErrorCode code);
    asio::awaitable<void> close();
};

namespace {

struct Target {
    AgencyId agency;
    Verb verb = Verb::Sync;
};

// /v1/{agency}/{verb}
std::optional<Target> parseTarget(std::string_view path) {
    static constexpr std::string_view kPrefix = "/v1/";
    if (!path.starts_with(kPrefix)) {
        return std::nullopt;
    }
    path.remove_prefix(kPrefix.size());
    const auto slash = path.find('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    Target target{AgencyId{std::string{path.substr(0, slash)}}, Verb::Sync};
    const auto verb = verbNamed(path.substr(slash + 1));
    if (!verb || !target.agency.isWellFormed()) {
        return std::nullopt;
    }
    target.verb = *verb;
    return target;
}

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

// A service must not throw; when it does that is a bug, which costs this one answer and not the server.
Response handleGuarded(Service& service, const Request& request) noexcept {
    try {
        return service.handle(request);
    } catch (const std::bad_alloc&) {
        logEvent("request-out-of-memory", {{"agency", request.agency}});
        return refusal(ErrorCode::ServerBusy, 5000);
    } catch (...) {
        logEvent("request-bug", {{"agency", request.agency}});
        return refusal(ErrorCode::Internal);
    }
}

} // namespace

void Connection::spawn(asio::ip::tcp::socket socket, std::shared_ptr<TlsGeneration> tls, ConnectionShared& shared) {
    auto executor = socket.get_executor();
    auto state = std::make_shared<State>(std::move(socket), std::move(tls), shared);
    asio::co_spawn(
        executor, [state]() -> asio::awaitable<void> { co_await state->run(); }, asio::detached);
}

std::shared_ptr<Connection> Connection::alive() {
    auto state = m_state.weak_from_this().lock();
    Connection* handle = state == nullptr ? nullptr : &state->handle;
    return {std::move(state), handle};
}

void Connection::end(Ending ending) {
    auto state = m_state.shared_from_this();
    asio::post(state->stream.get_executor(), [state, ending] {
        auto& transport = beast::get_lowest_layer(state->stream);
        if (ending == Ending::Now) {
            transport.close();
        } else if (state->idle) {
            // Not closed: a request that has just come in whole, its handler still queued, would be carried out and its answer
            // find no socket. Cancelling ends the wait for one; what has come is answered, what is half here has a moment more.
            transport.cancel();
            transport.expires_after(https_limits::kDrain);
        }
    });
}

asio::awaitable<void> Connection::State::run() {
    error_code failed;
    ++shared.counters.accepted;
    auto& transport = beast::get_lowest_layer(stream);
    transport.socket().set_option(asio::ip::tcp::no_delay(true), failed);
    transport.expires_after(https_limits::kHandshake);
    co_await stream.async_handshake(asio::ssl::stream_base::server, asio::redirect_error(asio::use_awaitable, failed));
    if (failed) {
        ++shared.counters.handshakeFailed;
        co_return;
    }
    if (SSL_session_reused(stream.native_handle()) == 1) {
        ++shared.counters.resumed;
    }
    const auto caller = callerOf(stream.native_handle(), *tls);
    if (!caller) {
        // Said over HTTP, so that the device can tell its worker what is wrong.
        ++shared.counters.handshakeFailed;
        co_await send(refusal(caller.error().code), false);
        co_await close();
        co_return;
    }
    while (co_await serveOne(*caller)) {
    }
    co_await close();
}

// False when the connection is to be closed.
asio::awaitable<bool> Connection::State::serveOne(const Caller& caller) {
    error_code failed;
    auto& transport = beast::get_lowest_layer(stream);
    http::request_parser<http::string_body> parser;
    parser.header_limit(https_limits::kHeaderBytes);
    parser.body_limit(boost::none); // set below, once it is known what is asked for; nothing is read before
    transport.expires_after(https_limits::kHeader);
    idle = true;
    if (shared.stopping) {
        co_return false;
    }
    co_await http::async_read_header(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, failed));
    idle = false;
    if (failed == http::error::header_limit) {
        co_await send(refusal(ErrorCode::TooLarge), false);
        co_return false;
    }
    if (failed) {
        co_return false; // closed, timed out, or not HTTP
    }
    const auto target = parseTarget(view(parser.get().target()));
    if (!target || parser.get().method() != http::verb::post) {
        co_await send(refusal(ErrorCode::NotFound), false);
        co_return false;
    }
    const auto allowed = caller.kind == CallerKind::Nobody ? https_limits::kAnonymousBodyBytes
                                                           : shared.service.maxBodyBytes(target->verb);
    if (parser.content_length().value_or(0) > allowed) {
        co_await refuseUnread(ErrorCode::TooLarge);
        co_return false;
    }
    parser.body_limit(allowed);
    if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        http::response<http::empty_body> go{http::status::continue_, 11};
        co_await http::async_write(stream, go, asio::redirect_error(asio::use_awaitable, failed));
    }
    transport.expires_after(https_limits::kBody);
    co_await http::async_read(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, failed));
    if (failed == http::error::body_limit) {
        co_await refuseUnread(ErrorCode::TooLarge);
        co_return false;
    }
    if (failed) {
        co_return false;
    }
    transport.expires_never(); // the service has its own limits
    const auto message = parser.release();
    shared.counters.bytesIn += message.body().size();
    ++shared.counters.requests;
    const Request request{target->agency, target->verb, caller, message.body()};
    auto response = co_await asio::co_spawn(
        shared.pool,
        [this, &request]() -> asio::awaitable<Response> { co_return handleGuarded(shared.service, request); },
        asio::use_awaitable);
    crashPoint("server.reply.before-send");
    co_return co_await send(std::move(response), message.keep_alive() && !shared.stopping);
}

asio::awaitable<bool> Connection::State::send(Response response, bool keepAlive) {
    if (response.status >= 500) {
        ++shared.counters.failed;
    } else if (response.status != 200) {
        ++shared.counters.refused;
    }
    shared.counters.bytesOut += response.body.size();
    http::response<http::string_body> message{static_cast<http::status>(response.status), 11};
    message.set(http::field::content_type, beast::string_view{wire::kContentType.data(), wire::kContentType.size()});
    message.set(http::field::cache_control, "no-store");
    if (response.retryAfterMs != 0) {
        message.set(http::field::retry_after, std::to_string((response.retryAfterMs + 999) / 1000));
    }
    message.keep_alive(keepAlive);
    message.body() = std::move(response.body);
    message.prepare_payload();
    beast::get_lowest_layer(stream).expires_after(https_limits::kWrite);
    error_code failed;
    co_await http::async_write(stream, message, asio::redirect_error(asio::use_awaitable, failed));
    co_return !failed && keepAlive;
}

// Answers while the request is still coming, then reads some more of it: closing at once would reset the connection, and the
// peer would see that instead of the answer.
asio::awaitable<void> Connection::State::refuseUnread(ErrorCode code) {
    co_await send(refusal(code), false);
    error_code failed;
    std::size_t drained = 0;
    beast::get_lowest_layer(stream).expires_after(https_limits::kDrain);
    while (!failed && drained < https_limits::kDrainBytes) {
        buffer.clear();
        drained +=
            co_await stream.async_read_some(buffer.prepare(64_KiB), asio::redirect_error(asio::use_awaitable, failed));
    }
}

asio::awaitable<void> Connection::State::close() {
    error_code ignored;
    beast::get_lowest_layer(stream).expires_after(std::chrono::seconds{2});
    co_await stream.async_shutdown(asio::redirect_error(asio::use_awaitable, ignored));
}

} // namespace frontsheet
