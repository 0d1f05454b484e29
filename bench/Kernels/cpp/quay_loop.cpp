// The move of QuayLoop.cs in C++, for comparing the speed of the two: three neighbouring calls are taken off a quay that is kept as rows
// of bits, each is put back at its cheapest place, and the result is kept when it is not much worse. Same data, same random numbers, so
// the same cost in the end. Reads the data from standard input; prints the cost and the seconds of the moves.
// Build: g++ -O3 -march=native -std=c++20 -o quay_loop quay_loop.cpp
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <bit>
#include <algorithm>
#include <vector>

using u64 = std::uint64_t;

struct Rng {
    u64 s[4];
    explicit Rng(u64 seed) {
        for (auto& part : s) {
            u64 z = seed += 0x9E3779B97F4A7C15ULL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
            part = z ^ (z >> 31);
        }
    }
    u64 next() {
        u64 result = std::rotl(s[1] * 5, 7) * 9, t = s[1] << 17;
        s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = std::rotl(s[3], 45);
        return result;
    }
};

struct Call { int arrival, width, slots, aim; };
struct Place { int start, cell; long long cost; };

// The words of a row are known when it is built, so that the compiler can unroll and vectorize over them.
template <int words>
struct Loop {
    static constexpr long long Wait = 100, Far = 3, Slack = 400;
    int cells, horizon;
    std::vector<Call> calls;
    std::vector<Place> at;
    std::vector<u64> rows, free_;
    Rng rng;
    long long total = 0;

    Loop(int cells, int horizon, std::vector<Call> list, u64 seed)
        : cells(cells), horizon(horizon), calls(std::move(list)), at(calls.size()), rows((size_t)words * horizon), free_(words), rng(seed) {
        for (size_t call = 0; call < calls.size(); call++) { place((int)call, find((int)call)); }
    }

    void change(int call, const Place& p, bool set) {
        const Call& c = calls[call];
        int x = p.cell, first = x >> 6, last = (x + c.width - 1) >> 6;
        for (int word = first; word <= last; word++) {
            u64 mask = ~0ULL;
            if (word == first) mask &= ~0ULL << (x & 63);
            if (word == last) mask &= ~0ULL >> (63 - ((x + c.width - 1) & 63));
            u64* row = rows.data() + (size_t)p.start * words + word;
            for (int slot = 0; slot < c.slots; slot++, row += words) { if (set) *row |= mask; else *row &= ~mask; }
        }
    }

    void place(int call, const Place& p) { change(call, p, true); at[call] = p; total += p.cost; }
    void remove(int call) { change(call, at[call], false); total -= at[call].cost; }

    void find_free(int start, int slots, int width) {
        u64* f = free_.data();
        std::fill(f, f + words, 0);
        const u64* row = rows.data() + (size_t)start * words;
        for (int slot = 0; slot < slots; slot++, row += words)
            for (int word = 0; word < words; word++) f[word] |= row[word];
        for (int word = 0; word < words; word++) f[word] = ~f[word];
        for (int have = 1; have < width;) {
            int step = std::min(have, width - have), jump = step >> 6, bits = step & 63;
            for (int word = 0; word < words; word++) {
                u64 near = word + jump < words ? f[word + jump] : 0, far = word + jump + 1 < words ? f[word + jump + 1] : 0;
                f[word] &= bits == 0 ? near : (near >> bits) | (far << (64 - bits));
            }
            have += step;
        }
    }

    int next_set(int from, int to) const {
        if (from >= to) return -1;
        int word = from >> 6, last = (to - 1) >> 6;
        u64 value = free_[word] & (~0ULL << (from & 63));
        while (value == 0) { if (++word > last) return -1; value = free_[word]; }
        int found = (word << 6) + std::countr_zero(value);
        return found < to ? found : -1;
    }

    int previous_set(int from, int to) const {
        if (to < from) return -1;
        int word = to >> 6, first = from >> 6;
        u64 value = free_[word] & (~0ULL >> (63 - (to & 63)));
        while (value == 0) { if (--word < first) return -1; value = free_[word]; }
        int found = (word << 6) + 63 - std::countl_zero(value);
        return found >= from ? found : -1;
    }

    int nearest(int to, int aim) const {
        aim = std::clamp(aim, 0, to - 1);
        int right = next_set(aim, to), left = previous_set(0, aim);
        return left < 0 || (right >= 0 && right - aim < aim - left) ? right : left;
    }

    Place find(int call) {
        const Call& c = calls[call];
        Place best{-1, -1, 1LL << 60};
        for (int start = c.arrival; start + c.slots <= horizon; start++) {
            long long cost = Wait * (start - c.arrival);
            if (cost >= best.cost) break;
            find_free(start, c.slots, c.width);
            int cell = nearest(cells - c.width + 1, c.aim);
            if (cell >= 0) {
                cost += Far * std::abs(cell - c.aim);
                if (cost < best.cost) best = {start, cell, cost};
            }
        }
        if (best.start < 0) { std::fprintf(stderr, "call %d has no place\n", call); std::exit(1); }
        return best;
    }

    void move() {
        int seed = (int)(rng.next() % (calls.size() - 2));
        long long before = total, limit = before + (long long)(rng.next() % Slack);
        Place old[3];
        for (int k = 0; k < 3; k++) { old[k] = at[seed + k]; remove(seed + k); }
        int turn = (int)(rng.next() % 3);
        for (int k = 0; k < 3; k++) { int call = seed + (k + turn) % 3; place(call, find(call)); }
        if (total > limit) {
            for (int k = 0; k < 3; k++) remove(seed + k);
            for (int k = 0; k < 3; k++) place(seed + k, old[k]);
        }
    }
};

template <int words>
int run(int cells, int horizon, const std::vector<Call>& calls, u64 seed, long long moves) {
    Loop<words> loop(cells, horizon, calls, seed);
    for (long long move = 0; move < moves / 4; move++) loop.move(); // as the other program warms up
    auto begin = std::chrono::steady_clock::now();
    for (long long move = 0; move < moves; move++) loop.move();
    std::printf("%lld %.6f\n", loop.total, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    return 0;
}

int main() {
    u64 seed;
    long long moves;
    int cells, words, horizon, count;
    if (std::scanf("%lu %lld %d %d %d %d", &seed, &moves, &cells, &words, &horizon, &count) != 6) return 1;
    std::vector<Call> calls(count);
    for (auto& c : calls)
        if (std::scanf("%d %d %d %d", &c.arrival, &c.width, &c.slots, &c.aim) != 4) return 1;
    switch (words) {
    case 2: return run<2>(cells, horizon, calls, seed, moves);
    case 4: return run<4>(cells, horizon, calls, seed, moves);
    case 8: return run<8>(cells, horizon, calls, seed, moves);
    default: return 1;
    }
}
