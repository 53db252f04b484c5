package eval

import (
	"math"
	"strconv"
)

// weighted is a pair of clusters with their similarity, which is positive.
type weighted struct {
	cell
	weight float64
}

// bestAssignment returns the greatest total weight of pairs in which no gold and no
// predicted cluster stands twice. Pairs that are not listed weigh nothing.
//
// The pairs are split into connected components first: clusters of a document seldom
// touch more than two or three others, so that the cubic cost of the assignment is
// paid for small matrices only.
func bestAssignment(pairs []weighted) float64 {
	total := 0.0
	for _, c := range components(pairs) {
		total += assign(matrix(c))
	}
	return total
}

// components splits pairs into groups that share no cluster, in order of first pair.
func components(pairs []weighted) [][]weighted {
	parent := make([]int, len(pairs))
	for i := range parent {
		parent[i] = i
	}
	var root func(int) int
	root = func(i int) int {
		if parent[i] != i {
			parent[i] = root(parent[i])
		}
		return parent[i]
	}
	gold, pred := map[int]int{}, map[int]int{}
	for i, p := range pairs {
		for _, side := range []struct {
			m   map[int]int
			key int
		}{{gold, p.gold}, {pred, p.pred}} {
			if j, ok := side.m[side.key]; ok {
				parent[root(i)] = root(j)
			}
			side.m[side.key] = i
		}
	}
	at := map[int]int{}
	var out [][]weighted
	for i, p := range pairs {
		r := root(i)
		k, ok := at[r]
		if !ok {
			k = len(out)
			at[r] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], p)
	}
	return out
}

// matrix lays the pairs of one component out with as few rows as columns or fewer.
func matrix(pairs []weighted) [][]float64 {
	rows, cols := map[int]int{}, map[int]int{}
	for _, p := range pairs {
		if _, ok := rows[p.gold]; !ok {
			rows[p.gold] = len(rows)
		}
		if _, ok := cols[p.pred]; !ok {
			cols[p.pred] = len(cols)
		}
	}
	turn := len(rows) > len(cols)
	n, m := len(rows), len(cols)
	if turn {
		n, m = m, n
	}
	w := make([][]float64, n)
	for i := range w {
		w[i] = make([]float64, m)
	}
	for _, p := range pairs {
		i, j := rows[p.gold], cols[p.pred]
		if turn {
			i, j = j, i
		}
		w[i][j] = p.weight
	}
	return w
}

// assign returns the greatest total of one weight a row, no two in one column. There
// must be at least as many columns as rows. It is the Hungarian method with potentials
// and shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987): rows² · columns
// steps. Rows and columns count from 1 inside, 0 is the free column where a path starts.
func assign(w [][]float64) float64 {
	n, m := len(w), len(w[0])
	u, v := make([]float64, n+1), make([]float64, m+1) // potentials
	row, back := make([]int, m+1), make([]int, m+1)    // row of a column; column before it on the path
	for i := 1; i <= n; i++ {
		row[0] = i
		end := shortestPath(w, u, v, row, back)
		for end != 0 {
			row[end] = row[back[end]]
			end = back[end]
		}
	}
	total := 0.0
	for j := 1; j <= m; j++ {
		if row[j] > 0 {
			total += w[row[j]-1][j-1]
		}
	}
	return total
}

// shortestPath finds the cheapest path from row[0] to a column without a row, and keeps
// the potentials such that no reduced cost is negative. It returns that column.
func shortestPath(w [][]float64, u, v []float64, row, back []int) int {
	m := len(v) - 1
	dist, done := make([]float64, m+1), make([]bool, m+1)
	for j := range dist {
		dist[j] = math.Inf(1)
	}
	j := 0
	for {
		done[j] = true
		i, delta, next := row[j], math.Inf(1), 0
		for k := 1; k <= m; k++ {
			if done[k] {
				continue
			}
			if d := -w[i-1][k-1] - u[i] - v[k]; d < dist[k] {
				dist[k], back[k] = d, j
			}
			if dist[k] < delta {
				delta, next = dist[k], k
			}
		}
		for k := 0; k <= m; k++ {
			if done[k] {
				u[row[k]] += delta
				v[k] -= delta
			} else {
				dist[k] -= delta
			}
		}
		if j = next; row[j] == 0 {
			return j
		}
	}
}

func ordinal(i int) string { return strconv.Itoa(i) }
