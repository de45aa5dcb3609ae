#include "tests/blackbox/proxy/spoken_relay.h"

#include "sync/wire/http_mapping.h"
#include "tests/blackbox/proxy/http_message.h"

#include <openssl/ssl.h>

#include <poll.h>

namespace frontsheet::blackbox {

namespace {

constexpr std::chrono::seconds kPatience{90};

constexpr std::string_view kSignIn =
    "<!DOCTYPE html><html><head><title>Welcome</title></head><body><h1>Free Wi-Fi</h1>"
    "<form action=\"/login\"><input name=\"room\"><input type=\"submit\" value=\"Accept\"></form></body></html>";

std::string flipped(std::string bytes, std::mt19937_64& chance) {
    if (!bytes.empty()) {
        auto& byte = bytes[chance() % bytes.size()];
        byte = static_cast<char>(byte ^ (1U << (chance() % 8)));
    }
    return bytes;
}

std::string shortened(std::string bytes, std::mt19937_64& chance) {
    bytes.resize(bytes.empty() ? 0 : chance() % bytes.size());
    return bytes;
}

std::string ourType() { return "Content-Type: " + std::string{wire::kContentType} + "\r\n"; }

// A zstd frame (RFC 8878, 3.1.1.1): single segment, eight bytes of size, one empty last block.
std::string zstdBomb() { return std::string("\x28\xb5\x2f\xfd\xe0\x00\x00\x00\x00\xff\x00\x00\x00\x01\x00\x00", 16); }

// What a box on the way says in the server's place; nullopt where the harm is of another kind.
std::optional<HttpMessage> madeUp(Harm harm, const Weather& weather) {
    constexpr std::string_view kHtml = "Content-Type: text/html; charset=utf-8\r\n";
    const std::string later = "Retry-After: " + std::to_string(weather.retryAfter) + "\r\n";
    switch (harm) {
    case Harm::Portal:
        return HttpMessage::answer("200 OK", kHtml, std::string{kSignIn});
    case Harm::PosingPortal:
        return HttpMessage::answer("200 OK", ourType(), std::string{kSignIn});
    case Harm::Redirect:
        return HttpMessage::answer("302 Found", "Location: https://10.88.255.255/login\r\n", std::string{kSignIn});
    case Harm::WantsLogin:
        return HttpMessage::answer("407 Proxy Authentication Required",
                                   "Proxy-Authenticate: Basic realm=\"ward\"\r\n" + std::string{kHtml},
                                   std::string{kSignIn});
    case Harm::TooLarge:
        return HttpMessage::answer("413 Content Too Large", kHtml, "<h1>413</h1>");
    case Harm::TooMany:
        return HttpMessage::answer("429 Too Many Requests", later + std::string{kHtml}, "<h1>429</h1>");
    case Harm::Busy:
        return HttpMessage::answer("503 Service Unavailable", later + std::string{kHtml}, "<h1>503</h1>");
    case Harm::BadGateway:
        return HttpMessage::answer("502 Bad Gateway", kHtml, "<h1>502</h1>");
    case Harm::GzipBomb: {
        // One deflate block of zeros that says "again" two hundred and fifty-eight bytes at a time, ten thousand times over.
        std::string body(
            "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xed\xc1\x01\x01\x00\x00\x00\x80\x90\xfe\xaf\xee\x08\x0a", 24);
        body.append(10'000, '\0');
        return HttpMessage::answer("200 OK", ourType() + "Content-Encoding: gzip\r\n", std::move(body));
    }
    case Harm::ZstdBomb:
        return HttpMessage::answer("200 OK", ourType(), zstdBomb());
    case Harm::Oversized:
        return HttpMessage::answer("200 OK", ourType(), std::string(20'000'000, 'x'));
    default:
        return std::nullopt;
    }
}

class Speech {
public:
    Speech(SocketEnd device, const Route& route, Impostor& impostor, Sky& sky, std::mt19937_64& chance)
        : m_device(std::move(device)), m_route(route), m_impostor(impostor), m_sky(sky), m_chance(chance) {}

    void run() {
        m_device.patience(kPatience);
        auto shaken = m_impostor.answer(m_device, m_route.agency, m_route.listen.substr(0, m_route.listen.find(':')));
        if (!shaken) {
            ++m_sky.untrusted;
            return;
        }
        m_toDevice = std::move(*shaken);
        while (auto request = readMessage(m_toDevice.get())) {
            m_sky.asked(request->path());
            if (!pass(std::move(*request))) {
                m_device.reset();
                return;
            }
        }
        SSL_shutdown(m_toDevice.get());
    }

private:
    // False when the connection is to die.
    bool pass(HttpMessage request) {
        const auto weather = m_sky.now();
        const auto harm = m_sky.befalls(true, request.path(), m_chance);
        wait(weather);
        if (harm) {
            if (const auto made = madeUp(*harm, weather)) {
                return writeAll(m_toDevice.get(), made->bytes());
            }
        }
        if (harm == Harm::LoseAsk) {
            return false;
        }
        if (harm == Harm::StaleAnswer && !m_last.empty()) {
            return writeAll(m_toDevice.get(), m_last);
        }
        if (harm == Harm::FlipAsk) {
            request.become(flipped(std::move(request.body), m_chance));
        } else if (harm == Harm::CutAsk) {
            request.become(shortened(std::move(request.body), m_chance));
        }
        auto answer = ask(request);
        if (answer && harm == Harm::RepeatAsk) {
            answer = ask(request);
        }
        if (!answer || harm == Harm::LoseAnswer) {
            return false;
        }
        ++m_sky.answers;
        wait(weather);
        m_last = answer->bytes();
        if (harm == Harm::TearAnswer) {
            answer->body = shortened(std::move(answer->body), m_chance);
            (void)writeAll(m_toDevice.get(), answer->bytes());
            return false;
        }
        if (harm == Harm::FlipAnswer) {
            answer->become(flipped(std::move(answer->body), m_chance));
        } else if (harm == Harm::CutAnswer) {
            answer->become(shortened(std::move(answer->body), m_chance));
        }
        return writeAll(m_toDevice.get(), answer->bytes());
    }

    // The server closes what is idle for long or what it found wanting: then another connection is made, as a device would.
    std::optional<HttpMessage> ask(const HttpMessage& request) {
        for (int tries = 0; tries < 2; ++tries) {
            const bool fresh = m_toServer == nullptr;
            if (fresh && !call()) {
                return std::nullopt;
            }
            auto answer = writeAll(m_toServer.get(), request.bytes()) ? readMessage(m_toServer.get()) : std::nullopt;
            if (!answer || answer->field("Connection") == "close") {
                m_toServer.reset();
                m_server.close();
            }
            if (answer || fresh) {
                return answer;
            }
        }
        return std::nullopt;
    }

    bool call() {
        auto server = SocketEnd::connectTo(m_route.target);
        if (!server) {
            return false;
        }
        m_server = std::move(*server);
        m_server.patience(kPatience);
        auto shaken = m_impostor.call(m_server, m_toDevice.get());
        if (!shaken) {
            ++m_sky.untrusted;
            return false;
        }
        m_toServer = std::move(*shaken);
        return true;
    }

    void wait(const Weather& weather) {
        if (weather.delayMs != 0) {
            ::poll(nullptr, 0, static_cast<int>(m_chance() % weather.delayMs));
        }
    }

    SocketEnd m_device;
    SocketEnd m_server;
    Tls m_toDevice;
    Tls m_toServer;
    const Route& m_route;
    Impostor& m_impostor;
    Sky& m_sky;
    std::mt19937_64& m_chance;
    std::string m_last;
};

} // namespace

void relaySpeech(SocketEnd device, const Route& route, Impostor& impostor, Sky& sky, std::mt19937_64& chance) {
    Speech{std::move(device), route, impostor, sky, chance}.run();
}

} // namespace frontsheet::blackbox
