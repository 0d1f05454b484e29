// Solves one min-cost-flow problem with LEMON: network simplex or cost scaling.
// usage: lemon_flow ns|cs REPEATS SECONDS < numbers; numbers: nodes arcs, a supply for each node, then tail head lower capacity cost for
// each arc (nodes from 0; a capacity of -1 is none). Prints the status, the cost, and the milliseconds of each run (at least REPEATS, and for SECONDS), from the
// digraph and its maps to the flow; reading is not counted.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

using Graph = lemon::SmartDigraph;
using Number = long long;

static Number next_number()
{
    Number value = 0;
    if (std::scanf("%lld", &value) != 1) { std::fprintf(stderr, "too few numbers\n"); std::exit(2); }
    return value;
}

template <class Method>
static void solve(int repeats, double seconds, const Graph& graph, const Graph::ArcMap<Number>& lower, const Graph::ArcMap<Number>& upper,
    const Graph::ArcMap<Number>& cost, const Graph::NodeMap<Number>& supply)
{
    std::vector<double> times;
    Number total = 0;
    int status = 0;
    auto begin = std::chrono::steady_clock::now();
    auto elapsed = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(); };
    while ((int)times.size() < repeats || (elapsed() < seconds && times.size() < 1000))
    {
        auto start = std::chrono::steady_clock::now();
        Method method(graph);
        method.lowerMap(lower).upperMap(upper).costMap(cost).supplyMap(supply);
        auto answer = method.run();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        status = answer == Method::OPTIMAL ? 0 : answer == Method::INFEASIBLE ? 1 : 2;
        total = status == 0 ? method.template totalCost<Number>() : 0;
    }
    std::printf("%s %lld", status == 0 ? "optimal" : status == 1 ? "infeasible" : "unbounded", total);
    for (double time : times) std::printf(" %.4f", time);
    std::printf("\n");
}

int main(int count, char** words)
{
    if (count != 4) { std::fprintf(stderr, "usage: lemon_flow ns|cs REPEATS SECONDS\n"); return 2; }
    int nodes = (int)next_number(), arcs = (int)next_number();
    Graph graph;
    graph.reserveNode(nodes);
    graph.reserveArc(arcs);
    std::vector<Graph::Node> node;
    for (int i = 0; i < nodes; i++) node.push_back(graph.addNode());
    Graph::NodeMap<Number> supply(graph);
    for (int i = 0; i < nodes; i++) supply[node[i]] = next_number();
    Graph::ArcMap<Number> lower(graph), upper(graph), cost(graph);
    for (int i = 0; i < arcs; i++)
    {
        int tail = (int)next_number(), head = (int)next_number();
        auto arc = graph.addArc(node[tail], node[head]);
        lower[arc] = next_number();
        Number most = next_number();
        upper[arc] = most < 0 ? std::numeric_limits<Number>::max() : most;
        cost[arc] = next_number();
    }
    int repeats = std::atoi(words[2]);
    double seconds = std::atof(words[3]);
    if (std::strcmp(words[1], "ns") == 0) solve<lemon::NetworkSimplex<Graph, Number, Number>>(repeats, seconds, graph, lower, upper, cost, supply);
    else solve<lemon::CostScaling<Graph, Number, Number>>(repeats, seconds, graph, lower, upper, cost, supply);
    return 0;
}
